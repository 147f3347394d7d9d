#include "phantom/Phantom.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <cstdio>
#include <map>

int main(int argc, char** argv)
{
    using namespace grading::phantom;
    Options options;
    std::string folder;
    CLI::App app("Makes a lumbar MR study with known truth: DICOM in OUTDIR/dicom, labels and grades in OUTDIR/truth.\n"
                 "Example: foragrade-phantom ./study --variant scoliosis --seed 7");
    app.add_option("OUTDIR", folder, "Folder to write to; made when missing")->required();
    const std::map<std::string, Variant> variants{{"default", Variant::Default},
                                                  {"six-lumbar", Variant::SixLumbar},
                                                  {"scoliosis", Variant::Scoliosis},
                                                  {"noisy", Variant::Noisy}};
    app.add_option("--variant", options.variant, "default, six-lumbar, scoliosis or noisy")
        ->transform(CLI::CheckedTransformer(variants, CLI::ignore_case));
    app.add_option("--seed", options.seed, "Textures, noise and small variations of shape");
    app.add_option("--noise", options.noise, "Rician sigma; fat in T1 has signal 100")->check(CLI::Range(0.0, 50.0));
    app.add_flag("--chemical-shift", options.chemicalShift, "Displace fat by 1.5 pixels along the columns");
    app.add_flag("--varied", options.varied, "Draw grades, patterns, sizes, posture and noise by the seed");
    app.add_flag("--small", options.small, "Coarser and cropped to the spine, for quick tests");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    const auto written = generate(folder, options);
    if (!written) {
        fmt::print(stderr, "{}\n", written.error().message());
        return written.error().code == grading::ErrorCode::Exists ? 3 : 1;
    }
    fmt::print("{}: {} DICOM files, {} truth files\n", folder, written->dicomFiles, written->truthFiles);
    return 0;
}
