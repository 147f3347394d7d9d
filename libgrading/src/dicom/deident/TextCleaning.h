#pragma once

#include "grading/dicom/Pseudonyms.h"

#include <string>
#include <string_view>

namespace grading {

/// ASCII letters, and those of Latin-1 in UTF-8, made lower case.
[[nodiscard]] std::string foldedCase(std::string_view utf8);

/// Whether every word is one of the imaging vocabulary (Vocabulary.txt), a vertebra ("L4-L5") or a number of at most
/// three digits; of these at most two. Empty text is.
[[nodiscard]] bool isVocabulary(std::string_view utf8);

/// The words of it that are vocabulary, separated by single spaces.
[[nodiscard]] std::string vocabularyOf(std::string_view utf8);

/// The uids in running text replaced by their pseudonyms.
[[nodiscard]] std::string withMappedUids(std::string_view utf8, const Pseudonyms& pseudonyms);

} // namespace grading
