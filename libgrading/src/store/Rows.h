#pragma once

#include <soci/soci.h>

namespace grading {

/// Calls `row` for each row of the statement, which fills the variables given to it.
template <class Prepared, class Row>
void forEachRow(Prepared&& prepared, Row row)
{
    soci::statement statement(prepared);
    statement.execute();
    while (statement.fetch())
        row();
}

} // namespace grading
