#include "study/Background.h"

#include <QTest>

#include <gtest/gtest.h>

#include <new>
#include <optional>

namespace foragrade {
namespace {

TEST(Background, AnExceptionOfTheWorkArrivesAsItsError)
{
    Background background;
    std::optional<grading::Result<int>> arrived;
    background.run<int>(
        "Loading", [](const grading::Progress&) -> grading::Result<int> { throw std::bad_alloc(); },
        [&](grading::Result<int> result) { arrived = std::move(result); });
    ASSERT_TRUE(QTest::qWaitFor([&] { return arrived.has_value(); }));
    ASSERT_FALSE(*arrived);
    EXPECT_EQ(arrived->error().subject, "memory");
    EXPECT_FALSE(background.isBusy());
}

} // namespace
} // namespace foragrade
