# SPDX-License-Identifier: GPL-3.0-or-later
# Options, warnings, hardening and sanitizers, each an interface target; every Segue target links segue_build.

option(SEGUE_WARNINGS_AS_ERRORS "Treat compiler warnings as errors (presets and CI; not for packagers)" OFF)
option(SEGUE_COVERAGE "Count executed lines" OFF)
set(SEGUE_SANITIZE "" CACHE STRING "Sanitizers to build with, such as address,undefined or thread")

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
if(NOT CMAKE_BUILD_TYPE)
    set(CMAKE_BUILD_TYPE Release)
endif()

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${CCACHE_PROGRAM}")
endif()

include(CheckPIESupported)
check_pie_supported()

add_library(segue_warnings INTERFACE)
target_compile_options(segue_warnings INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor -Woverloaded-virtual
    -Wold-style-cast -Wcast-qual -Wdouble-promotion -Wformat=2 -Wimplicit-fallthrough
    -Wextra-semi -Wsuggest-override
    # With optimisation GCC 12 finds null pointers inside Boost, Qt and std::vector that are none.
    $<$<NOT:$<AND:$<CXX_COMPILER_ID:GNU>,$<CONFIG:Release>>>:-Wnull-dereference>
    # And overlapping copies in `"text" + std::string`, where there are none (GCC bug 105651).
    $<$<AND:$<CXX_COMPILER_ID:GNU>,$<CONFIG:Release>>:-Wno-restrict>
    $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond -Wduplicated-branches -Wlogical-op>
    $<$<BOOL:${SEGUE_WARNINGS_AS_ERRORS}>:-Werror>)

add_library(segue_hardening INTERFACE)
target_compile_options(segue_hardening INTERFACE
    $<$<CONFIG:Release>:-fstack-protector-strong -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2>)
target_link_options(segue_hardening INTERFACE $<$<CONFIG:Release>:-Wl,-z,relro,-z,now>)

add_library(segue_sanitizers INTERFACE)
if(SEGUE_SANITIZE)
    target_compile_options(segue_sanitizers INTERFACE
        -fsanitize=${SEGUE_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer -g)
    target_link_options(segue_sanitizers INTERFACE -fsanitize=${SEGUE_SANITIZE})
endif()
if(SEGUE_COVERAGE)
    target_compile_options(segue_sanitizers INTERFACE --coverage)
    target_link_options(segue_sanitizers INTERFACE --coverage)
endif()

add_library(segue_qt_rules INTERFACE)
target_compile_definitions(segue_qt_rules INTERFACE
    QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_FOREACH QT_USE_QSTRINGBUILDER QT_DISABLE_DEPRECATED_BEFORE=0x060400)

add_library(segue_build INTERFACE)
target_link_libraries(segue_build INTERFACE segue_warnings segue_hardening segue_sanitizers segue_qt_rules)
