# Every library that comes from outside, found in one place. Modules link the targets named here; `foragrade::itk`,
# `foragrade::dcmtk` and `foragrade::soci` wrap what its own package describes poorly.
find_package(Threads REQUIRED)
find_package(fmt REQUIRED)
find_package(spdlog REQUIRED)
find_package(tl-expected REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(CLI11 REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(OpenSSL REQUIRED) # SHA-256
find_package(ZLIB REQUIRED)
find_package(PNG REQUIRED)

# One header and one library that have no config: makes foragrade::<name>. What follows the library goes to find_path.
function(find_plain_library name header library)
  string(TOUPPER "${name}" upper)
  find_path(${upper}_INCLUDE_DIR "${header}" ${ARGN} REQUIRED)
  find_library(${upper}_LIBRARY "${library}" REQUIRED)
  mark_as_advanced(${upper}_INCLUDE_DIR ${upper}_LIBRARY)
  add_library(foragrade_${name} INTERFACE)
  add_library(foragrade::${name} ALIAS foragrade_${name})
  target_include_directories(foragrade_${name} SYSTEM INTERFACE "${${upper}_INCLUDE_DIR}")
  target_link_libraries(foragrade_${name} INTERFACE "${${upper}_LIBRARY}")
endfunction()

# libcsv (RFC 4180) is one C header and one library without a config.
find_plain_library(csv csv.h csv)

# libdeflate packs whole buffers (.nii.gz of data sets); before 1.15 it has no config.
find_plain_library(libdeflate libdeflate.h deflate)

# ITK: named modules only. ITK_USE_FILE is left out, it would put ITK on every target's include path; so nothing registers
# the file formats, and a reader or writer is given its ImageIO (itk::NrrdImageIO, itk::NiftiImageIO, itk::MetaImageIO).
# Its config looks at every module first, and Debian 13's ITKVtkGlue at all of VTK and Qt 5; saying that it is loaded already
# keeps it out.
set(ITKVtkGlue_LOADED 1)
set(CMAKE_MESSAGE_LOG_LEVEL NOTICE) # ITK's own look at GDCM names fourteen programs it does without
find_package(ITK 5.2 REQUIRED COMPONENTS
  ITKCommon ITKImageFilterBase ITKImageFunction ITKImageGrid ITKImageIntensity ITKImageLabel ITKImageStatistics
  ITKSmoothing ITKThresholding ITKDistanceMap ITKConnectedComponents ITKRegionGrowing ITKLabelMap
  ITKMathematicalMorphology ITKBinaryMathematicalMorphology ITKImageFeature ITKImageGradient ITKFastMarching ITKPath
  ITKTransform ITKIOImageBase ITKIONRRD ITKIONIFTI ITKNIFTI ITKIOMeta ITKZLIB)
unset(CMAKE_MESSAGE_LOG_LEVEL)
add_library(foragrade_itk INTERFACE)
add_library(foragrade::itk ALIAS foragrade_itk)
target_include_directories(foragrade_itk SYSTEM INTERFACE ${ITK_INCLUDE_DIRS})
target_link_libraries(foragrade_itk INTERFACE ${ITK_LIBRARIES})
if(CMAKE_CXX_COMPILER_ID MATCHES Clang OR CMAKE_CXX_CLANG_TIDY)
  target_compile_options(foragrade_itk INTERFACE "SHELL:-include ${PROJECT_SOURCE_DIR}/cmake/ItkWithClang.h")
endif()

# DCMTK: its own config names the targets DCMTK::<library>; linking `foragrade::dcmtk` brings those the project uses.
find_package(DCMTK 3.6.7 CONFIG REQUIRED)
add_library(foragrade_dcmtk INTERFACE)
add_library(foragrade::dcmtk ALIAS foragrade_dcmtk)
target_include_directories(foragrade_dcmtk SYSTEM INTERFACE ${DCMTK_INCLUDE_DIRS})
foreach(library IN ITEMS dcmseg dcmfg dcmiod cmr dcmsr dcmnet dcmjpeg dcmjpls dcmimage dcmimgle dcmdata oflog ofstd)
  target_link_libraries(foragrade_dcmtk INTERFACE DCMTK::${library})
endforeach()

# OpenJPEG decodes JPEG 2000, which DCMTK can't. Its own config demands the command line tools, so it is found by name.
find_plain_library(openjpeg openjpeg.h openjp2 PATH_SUFFIXES openjpeg-2.5 openjpeg-2.6 openjpeg-2.4)

# SOCI ships no CMake config; its PostgreSQL header includes libpq's.
find_package(PostgreSQL REQUIRED)
find_path(SOCI_INCLUDE_DIR soci/soci.h REQUIRED)
find_library(SOCI_CORE_LIBRARY soci_core REQUIRED)
find_library(SOCI_SQLITE3_LIBRARY soci_sqlite3 REQUIRED)
find_library(SOCI_POSTGRESQL_LIBRARY soci_postgresql REQUIRED)
mark_as_advanced(SOCI_INCLUDE_DIR SOCI_CORE_LIBRARY SOCI_SQLITE3_LIBRARY SOCI_POSTGRESQL_LIBRARY)
add_library(foragrade_soci INTERFACE)
add_library(foragrade::soci ALIAS foragrade_soci)
target_include_directories(foragrade_soci SYSTEM INTERFACE "${SOCI_INCLUDE_DIR}" ${PostgreSQL_INCLUDE_DIRS})
target_link_libraries(foragrade_soci INTERFACE
  "${SOCI_SQLITE3_LIBRARY}" "${SOCI_POSTGRESQL_LIBRARY}" "${SOCI_CORE_LIBRARY}" PostgreSQL::PostgreSQL SQLite::SQLite3)

# Qt: Gui without a window prints for both programs; the rest belongs to the desktop program.
find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui)
if(FORAGRADE_DESKTOP)
  find_package(Qt6 6.4 REQUIRED COMPONENTS Widgets PrintSupport Svg LinguistTools)
  # Imaging alone (docs/adr/0008-slices-without-opengl.md); all of Debian's VTK would bring Qt 5 along.
  find_package(VTK 9.1 REQUIRED COMPONENTS CommonCore CommonDataModel ImagingCore)
endif()

if(FORAGRADE_TESTS OR FORAGRADE_FUZZERS)
  find_package(GTest REQUIRED)
endif()
if(FORAGRADE_TESTS)
  include(GoogleTest)
  if(FORAGRADE_DESKTOP)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Test)
  endif()
endif()
if(FORAGRADE_BENCHMARKS)
  find_package(benchmark REQUIRED)
endif()
