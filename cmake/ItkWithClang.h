// Debian's ITK is configured for the compiler that built it and stops at clang (itk_compiler_detection.h). It is taken
// for GCC while that one header is read; everything after sees the true compiler.
#pragma push_macro("__clang__")
#pragma push_macro("__GNUC__")
#undef __clang__
#undef __GNUC__
#define __GNUC__ 12
#include <itk_compiler_detection.h>
#pragma pop_macro("__GNUC__")
#pragma pop_macro("__clang__")
