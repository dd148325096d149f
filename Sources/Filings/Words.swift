/// A word or a sentence in both languages.
package struct Words: Hashable, Sendable {
    package var zh: String
    package var en: String

    package init(_ zh: String, _ en: String) {
        self.zh = zh
        self.en = en
    }

    package subscript(language: Language) -> String { language == .zh ? zh : en }
}

package enum Language: String, CaseIterable, Sendable {
    case zh, en
}
