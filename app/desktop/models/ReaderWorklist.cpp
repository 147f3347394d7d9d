#include "models/ReaderWorklist.h"

#include "models/AdjudicationList.h"

#include "grading/store/Adjudication.h"

#include <algorithm>
#include <chrono>

namespace foragrade {

using grading::WorkState;

grading::Result<grading::Store> ReaderWorklist::open() const
{
    constexpr std::chrono::milliseconds patience{250};
    auto store = grading::Store::open(m_store.toStdString(), grading::Store::IfMissing::Fail, patience);
    if (store)
        store->actAs(m_reader.toStdString());
    return store;
}

grading::Result<QStringList> ReaderWorklist::projects() const
{
    const auto store = open();
    const auto names = store ? grading::projectNames(*store) : grading::fail(store.error());
    if (!names)
        return grading::fail(names.error());
    QStringList found;
    for (const auto& name : *names) {
        const auto project = grading::findProject(*store, name);
        if (project && project->find(m_reader.toStdString()) != nullptr)
            found << QString::fromStdString(name);
    }
    return found;
}

grading::Result<bool> ReaderWorklist::decides(const grading::Store& store, const QString& project) const
{
    const auto found = grading::findProject(store, project.toStdString());
    if (!found)
        return grading::fail(found.error());
    const auto* member = found->find(m_reader.toStdString());
    return member != nullptr && member->role == grading::MemberRole::Adjudicator;
}

grading::Result<std::vector<grading::WorklistEntry>> ReaderWorklist::entries(const QString& project) const
{
    const auto store = open();
    if (!store)
        return grading::fail(store.error());
    const auto isDecided = decides(*store, project);
    if (!isDecided)
        return grading::fail(isDecided.error());
    return *isDecided ? adjudicationList(*store, project.toStdString())
                      : grading::worklist(*store, project.toStdString(), m_reader.toStdString());
}

grading::Result<void> ReaderWorklist::begin(const QString& project, const grading::WorklistEntry& entry) const
{
    auto store = open();
    if (!store)
        return grading::fail(store.error());
    const auto isDecided = decides(*store, project);
    if (!isDecided)
        return grading::fail(isDecided.error());
    if (!*isDecided)
        return {};
    const auto begun = grading::beginAdjudication(*store, project.toStdString(), entry.study.uid);
    if (begun || begun.error().code == grading::ErrorCode::Exists)
        return {};
    return grading::fail(begun.error());
}

const grading::WorklistEntry* nextCase(const std::vector<grading::WorklistEntry>& entries,
                                       const grading::Reading* current)
{
    auto here = entries.end();
    if (current != nullptr) {
        here = std::find_if(entries.begin(), entries.end(), [&](const auto& e) { return e.reading == current->id; });
        if (here == entries.end()) // a decision
            here = std::find_if(entries.begin(), entries.end(),
                                [&](const auto& e) { return e.study.uid == current->study.uid; });
    }
    const auto isToRead = [&](const grading::WorklistEntry& entry) {
        return (entry.state == WorkState::Open || entry.state == WorkState::Draft) &&
               (here == entries.end() || &entry != &*here);
    };
    auto next = std::find_if(here, entries.end(), isToRead);
    if (next == entries.end())
        next = std::find_if(entries.begin(), here, isToRead);
    return next == entries.end() || !isToRead(*next) ? nullptr : &*next;
}

} // namespace foragrade
