#pragma once

#include "Connection.h"

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

/// The same for a SELECT that is run again and again: it is prepared once a connection, which costs more than to run
/// it. `bindings`: soci::into and soci::use.
template <class Row, class... Bindings>
void forEachRow(Connection& connection, const std::string& select, Row row, const Bindings&... bindings)
{
    auto statement = connection.takePrepared(select); // gone if anything fails, and with it the locks it holds
    (statement->exchange(bindings), ...);
    statement->define_and_bind();
    statement->execute();
    while (statement->fetch())
        row();
    statement->bind_clean_up();
    connection.prepared[select] = std::move(statement);
}

} // namespace grading
