#include "Interrupt.h"

#include <csignal>
#include <pthread.h>
#include <thread>
#include <unistd.h>

namespace foragrade {

namespace {

/// Never destroyed: the watching thread outlives main's statics.
std::stop_source& interruptSource()
{
    static auto* source = new std::stop_source;
    return *source;
}

} // namespace

void watchForInterrupt()
{
    interruptSource();
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::thread([signals] {
        int signal = 0;
        sigwait(&signals, &signal);
        interruptSource().request_stop();
        sigwait(&signals, &signal);
        ::_exit(128 + signal);
    }).detach();
}

std::stop_token interruptToken()
{
    return interruptSource().get_token();
}

} // namespace foragrade
