import Testing

@testable import Configuration

private enum MarkWord: String, CaseIterable { case line, bar, cell }

private struct Definition: Equatable {
    var title: String
    var mark: MarkWord
    var years: [String]
    var width: Int
    var field: String
}

private func read(_ text: String) throws(ConfigurationErrors) -> Definition {
    try ConfigurationDocument(text: text, file: "chart.yml").read { reader in
        Definition(
            title: reader.string("title"), mark: reader.word("mark", as: MarkWord.self),
            years: reader.strings("years"), width: reader.optionalInteger("width", in: 100...4000) ?? 1200,
            field: reader.mapping("encoding").mapping("x").string("field"))
    }
}

private func errors(_ text: String) -> [ConfigurationError] {
    do {
        _ = try read(text)
        return []
    } catch {
        return error.errors
    }
}

@Suite struct ConfigurationReaderTests {
    @Test func readsEveryKindOfValue() throws {
        let text = "title: 2025\nmark: cell\nyears: 2021\nencoding: {x: {field: year}}\n"
        #expect(
            try read(text) == Definition(title: "2025", mark: .cell, years: ["2021"], width: 1200, field: "year"))
    }

    @Test func fiveMistakesGiveFiveErrors() {
        let found = errors(
            """
            titel: 新收申请
            mark: lien
            years: [2021, {a: 1}]
            width: 12
            encoding:
              x:
                feild: year
            """)
        #expect(
            found.map { "\($0.line):\($0.column) \($0.problem.en)" } == [
                "1:1 unknown key 'titel'; did you mean 'title'?",
                "2:7 'mark' cannot be 'lien'; did you mean 'line'?",
                "3:15 'years' must be text, found a mapping",
                "4:8 'width' is 12, must be within 100…4000",
                "7:5 unknown key 'encoding.x.feild'; did you mean 'field'?",
            ])
        #expect(found.dropFirst().first?.zh == "chart.yml:2:7: “mark”不能是“lien”，是否为“line”？")
    }

    @Test func aMissingMappingIsOneError() {
        #expect(errors("title: a\nmark: bar\nyears: []\n").map(\.problem) == [.missingKey("encoding")])
    }

    @Test func aRootThatIsNoMappingIsOneError() {
        #expect(
            errors("- a\n- b\n").map(\.problem) == [.wrongKind(key: "chart.yml", found: .list, expected: .mapping)])
    }

    @Test func numbersAndBooleansAreReadStrictly() throws {
        let document = try ConfigurationDocument(text: "a: 1e3\nb: nan\nc: yes\nd: true\ne: 1.5\n", file: "f")
        do throws(ConfigurationErrors) {
            try document.read { reader in
                #expect(reader.number("a") == 1000)
                _ = reader.number("b")
                _ = reader.boolean("c")
                #expect(reader.boolean("d"))
                _ = reader.integer("e")
            }
            Issue.record("expected three errors")
        } catch {
            #expect(error.errors.map(\.line) == [2, 3, 5])
        }
    }

    @Test func freeKeysAreAccepted() throws {
        let document = try ConfigurationDocument(text: "colours: {甲: 1, 乙: 2}\n", file: "f")
        #expect(try document.read { $0.mapping("colours").keys } == ["甲", "乙"])
    }
}
