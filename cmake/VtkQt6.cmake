# foragrade::vtk, VTK's modules with their factories registered, and foragrade::vtkqt6, VTK's own
# QVTKOpenGLNativeWidget for Qt 6 on top (docs/adr/0002-vtk-with-qt6.md).
#
# Named components only, and never Debian's GUISupportQt: it is built with Qt 5. The same classes, from the source of
# the very version installed, are compiled against Qt 6 instead; where the installed VTK was itself built with Qt 6, its
# own are linked. FORAGRADE_VTK_SOURCE names a VTK source folder on systems without apt.
set(components
  CommonCore CommonDataModel CommonExecutionModel CommonMath CommonTransforms FiltersCore FiltersGeneral FiltersSources
  FiltersModeling ImagingCore ImagingColor ImagingGeneral InteractionImage InteractionStyle InteractionWidgets IOImage
  RenderingAnnotation RenderingContext2D RenderingContextOpenGL2 RenderingCore RenderingFreeType RenderingOpenGL2
  RenderingUI)
find_package(VTK 9.1 REQUIRED COMPONENTS ${components})
if(VTK_QT_VERSION EQUAL 6)
  find_package(VTK REQUIRED COMPONENTS ${components} GUISupportQt)
endif()
unset(components)

set(FORAGRADE_VTK_SOURCE "" CACHE PATH "VTK source folder of the installed version; empty: fetched from the distribution")

# VTK registers factories through macros that each including file must see; here they travel with the link.
function(foragrade_add_vtk)
  set(carrier "${PROJECT_BINARY_DIR}/vtkqt6/carrier.cpp")
  file(CONFIGURE OUTPUT "${carrier}" CONTENT "")
  add_library(foragrade_vtk_autoinit OBJECT EXCLUDE_FROM_ALL "${carrier}")
  vtk_module_autoinit(TARGETS foragrade_vtk_autoinit MODULES ${VTK_LIBRARIES})
  get_target_property(definitions foragrade_vtk_autoinit COMPILE_DEFINITIONS)
  add_library(foragrade_vtk INTERFACE)
  add_library(foragrade::vtk ALIAS foragrade_vtk)
  target_link_libraries(foragrade_vtk INTERFACE ${VTK_LIBRARIES})
  target_compile_definitions(foragrade_vtk INTERFACE ${definitions})
endfunction()

function(foragrade_add_vtkqt6)
  if(VTK_QT_VERSION EQUAL 6)
    add_library(foragrade_vtkqt6 INTERFACE)
    target_link_libraries(foragrade_vtkqt6 INTERFACE foragrade::vtk VTK::GUISupportQt)
    return()
  endif()

  if(FORAGRADE_VTK_SOURCE)
    set(source "${FORAGRADE_VTK_SOURCE}/GUISupport/Qt")
  else()
    execute_process(COMMAND "${PROJECT_SOURCE_DIR}/scripts/fetch-vtk-qt" "${VTK_VERSION}"
      OUTPUT_VARIABLE source OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
  endif()
  set(classes QVTKInteractor QVTKInteractorAdapter QVTKOpenGLNativeWidget QVTKRenderWindowAdapter)
  list(TRANSFORM classes PREPEND "${source}/")
  list(TRANSFORM classes APPEND ".h" OUTPUT_VARIABLE headers)
  list(TRANSFORM classes APPEND ".cxx" OUTPUT_VARIABLE implementations)
  add_library(foragrade_vtkqt6 STATIC ${implementations} ${headers} "${source}/QVTKInteractorInternal.h")
  # VTK's code, not ours: its warnings are VTK's business.
  set_target_properties(foragrade_vtkqt6 PROPERTIES AUTOMOC ON CXX_CLANG_TIDY "")
  target_compile_options(foragrade_vtkqt6 PRIVATE -w)

  # The export header that VTK's build would have written.
  set(exportFolder "${PROJECT_BINARY_DIR}/vtkqt6")
  set(custom "")
  if(VTK_VERSION VERSION_GREATER_EQUAL 9.3)
    set(custom "#include \"vtkABINamespace.h\"")
  endif()
  include(GenerateExportHeader)
  generate_export_header(foragrade_vtkqt6
    EXPORT_MACRO_NAME VTKGUISUPPORTQT_EXPORT
    NO_EXPORT_MACRO_NAME VTKGUISUPPORTQT_NO_EXPORT
    STATIC_DEFINE VTKGUISUPPORTQT_STATIC_DEFINE
    EXPORT_FILE_NAME "${exportFolder}/vtkGUISupportQtModule.h"
    CUSTOM_CONTENT_FROM_VARIABLE custom)
  target_include_directories(foragrade_vtkqt6 SYSTEM BEFORE PUBLIC "${source}" "${exportFolder}")
  target_compile_definitions(foragrade_vtkqt6 PUBLIC VTKGUISUPPORTQT_STATIC_DEFINE)
  target_link_libraries(foragrade_vtkqt6 PUBLIC foragrade::vtk Qt6::Widgets Qt6::OpenGL Qt6::OpenGLWidgets)
endfunction()

foragrade_add_vtk()
foragrade_add_vtkqt6()
add_library(foragrade::vtkqt6 ALIAS foragrade_vtkqt6)
