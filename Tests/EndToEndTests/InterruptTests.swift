import Foundation
import TestSupport
import Testing

/// A run that is ended leaves the old bundle or the new one, never half of one.
@Suite struct InterruptTests {
    @Test(arguments: [0.05, 0.6, 1.2]) func anEndedRunLeavesNothingHalfWritten(seconds: Double) {
        let folder = ProgramFolder()
        let input = SampleBundles.districtFolder.root
        let run = ProgramRunner.start(["report", input, "--output", folder.path("out"), "--jobs", "1"])
        usleep(UInt32(seconds * 1_000_000))
        run.send(SIGINT)
        let result = run.finish()
        if result.status == 0, !result.endedBySignal {
            #expect(folder.text("out/manifest.sha256") == SampleBundles.district.text("manifest.sha256"))
        } else {
            #expect(result.endedBySignal ? result.status == SIGINT : result.status == 130)
            #expect(!folder.entries.contains("out"), "\(folder.entries)")
        }
    }

    @Test func anEndedRunKeepsTheOldBundle() {
        let folder = ProgramFolder()
        let input = ProgramFiles.sample("real/洛龙区卫生健康委员会")
        let output = folder.path("out")
        #expect(ProgramRunner.run("report", input, "--output", output).status == 0)
        let before = ProgramFiles.tree(output)
        let run = ProgramRunner.start(["report", SampleBundles.districtFolder.root, "--output", output])
        usleep(300_000)
        run.send(SIGKILL)
        let result = run.finish()
        #expect(result.endedBySignal && ProgramFiles.tree(output) == before)
    }
}
