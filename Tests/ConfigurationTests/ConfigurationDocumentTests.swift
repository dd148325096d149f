import Testing

@testable import Configuration

private func problems(_ text: String) -> [(place: ConfigurationPlace, problem: ConfigurationProblem)] {
    do {
        _ = try ConfigurationDocument(text: text, file: "f.yml")
        return []
    } catch {
        return error.errors.map { ($0.place, $0.problem) }
    }
}

@Suite struct ConfigurationDocumentTests {
    @Test func syntaxErrorsHaveAPlace() {
        let found = problems("a: 1\nb: [1, 2\nc: 3\n")
        #expect(found.count == 1)
        #expect(found.first?.place.line == 3)
        guard case .syntax = found.first?.problem else {
            Issue.record("expected a syntax error")
            return
        }
    }

    @Test func duplicateKeysPointAtTheSecond() {
        let found = problems("a: 1\nb:\n  c: 1\n  d: 2\n  c: 3\n")
        #expect(found.map(\.problem) == [.duplicateKey("c")])
        #expect(found.first?.place == ConfigurationPlace(line: 5, column: 3))
    }

    @Test func anEmptyFileIsAnError() {
        #expect(problems("").map(\.problem) == [.empty])
        #expect(problems("# nothing\n").map(\.problem) == [.empty])
    }

    @Test func aliasesAreRefused() {
        #expect(problems("a: &x [1]\nb: *x\n").map(\.problem) == [.anchor])
    }

    @Test(.timeLimit(.minutes(1))) func billionLaughsIsRefusedQuickly() {
        var text = "a0: &a0 [lol, lol]\n"
        for level in 1...40 { text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
        #expect(problems(text).map(\.problem) == [.anchor])
        #expect(problems(text + "? *a40\n: 1\n").map(\.problem) == [.anchor])
    }

    @Test func depthAndSizeAreBounded() {
        let nested = "a: " + String(repeating: "[", count: 40) + String(repeating: "]", count: 40)
        #expect(problems(nested).map(\.problem) == [.tooDeep(limit: 32)])
        #expect(problems(String(repeating: "[", count: 200_000)).count == 1)
        let large = "a: " + String(repeating: "x", count: 1 << 20)
        #expect(problems(large).map(\.problem) == [.tooLarge(bytes: (1 << 20) + 3, limit: 1 << 20)])
    }

    @Test func nearestWords() {
        #expect(nearestWord(to: "tilte", among: ["mark", "title"]) == "title")
        #expect(nearestWord(to: "Mark", among: ["mark", "title"]) == "mark")
        #expect(nearestWord(to: "zzz", among: ["mark", "title"]) == nil)
    }
}
