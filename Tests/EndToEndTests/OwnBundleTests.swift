import TestSupport
import Testing

/// The default output lies in the folder that is read: the second run must not read the first one's bundle.
@Suite struct OwnBundleTests {
    @Test func aBundleIsNoInput() {
        let folder = ProgramFolder()
        folder.copy(ProgramFiles.sample("real/平潭综合实验区/2024.txt"), to: "in/2024.txt")
        folder.copy(ProgramFiles.sample("tongjian.yml"), to: "in/tongjian.yml")
        let first = ProgramRunner.run("report", ".", in: folder.path("in"))
        let bundle = ProgramFiles.tree(folder.path("in/bundle"))
        #expect(first.status == 0 && bundle.count > 8)
        let second = ProgramRunner.run("report", ".", in: folder.path("in"))
        #expect(second.status == 0)
        let isSame = ProgramFiles.tree(folder.path("in/bundle")) == bundle
        #expect(isSame)
    }
}
