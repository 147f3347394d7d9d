# One libgrading module = one folder pair, one static library `grading::<name>`, one level.
#
#   grading_module(<name> LEVEL <n> SOURCES <files>... [USES <modules>...] [LINK <outside targets>...])
#
# USES names other modules and is the dependency rule: each must have a lower level, or configuring fails.
# LINK names libraries from outside; they are private, since no public header may show their types.
function(grading_module name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "LEVEL" "SOURCES;USES;LINK")
  set(target grading_${name})
  add_library(${target} STATIC ${arg_SOURCES})
  add_library(grading::${name} ALIAS ${target})
  set_target_properties(${target} PROPERTIES GRADING_LEVEL ${arg_LEVEL})
  set_property(GLOBAL APPEND PROPERTY GRADING_TARGETS ${target})
  target_include_directories(${target}
    PUBLIC "${PROJECT_SOURCE_DIR}/libgrading/include"
    PRIVATE "${PROJECT_SOURCE_DIR}/libgrading/src/${name}")
  foreach(used IN LISTS arg_USES)
    get_target_property(usedLevel grading_${used} GRADING_LEVEL)
    if(NOT usedLevel LESS arg_LEVEL)
      message(FATAL_ERROR "grading::${name} (level ${arg_LEVEL}) may not use grading::${used} (level ${usedLevel}): "
                          "an arrow points to a lower level only.")
    endif()
    target_link_libraries(${target} PUBLIC grading_${used})
  endforeach()
  target_link_libraries(${target} PRIVATE ${arg_LINK})
endfunction()

# grading_unit_test(<name> SOURCES <files>... [LINK <targets>...]): one GoogleTest program `unit_<name>`, label `unit`.
function(grading_unit_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINK")
  add_executable(unit_${name} ${arg_SOURCES})
  target_link_libraries(unit_${name} PRIVATE ${arg_LINK} GTest::gmock GTest::gtest_main)
  target_include_directories(unit_${name} PRIVATE "${PROJECT_SOURCE_DIR}/tests/support")
  gtest_discover_tests(unit_${name} PROPERTIES LABELS unit DISCOVERY_TIMEOUT 60)
endfunction()
