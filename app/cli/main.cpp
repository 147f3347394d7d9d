#include "AgreeCommand.h"
#include "DatasetCommand.h"
#include "DeidentifyCommand.h"
#include "ExportCommand.h"
#include "GradeCommand.h"
#include "ImportCommand.h"
#include "PacsCommand.h"
#include "ProjectCommand.h"
#include "ReadingCommand.h"
#include "Run.h"
#include "ScanCommand.h"
#include "ShowCommand.h"
#include "StoreCommand.h"
#include "ValidateCommand.h"
#include "VolumeCommand.h"

#include <cstdlib>

namespace foragrade {

namespace {

void addCommands(CLI::App& app, ExitStatus& status)
{
    addAgreeCommand(app, status);
    addReadingCommand(app, status);
    addDeidentifyCommand(app, status);
    addExportCommand(app, status);
    addImportCommand(app, status);
    addPacsCommand(app, status);
    addProjectCommand(app, status);
    addDatasetCommand(app, status);
    addStoreCommand(app, status);
    addShowCommand(app, status);
    addValidateCommand(app, status);
    addScanCommand(app, status);
    addGradeCommand(app, status);
    addVolumeCommand(app, status, grading::writeVolumeFile);
}

} // namespace

} // namespace foragrade

int main(int argc, char** argv)
{
    setenv("TCP_NODELAY", "1", 0); // DCMTK then waits for no more than the PACS itself does
    return foragrade::runCommands(argc, argv, foragrade::addCommands);
}
