import Filings

/// The pages of all rules as one document, kept as `Sources/Checks/README.md`.
package enum CheckCatalogue {
    package static var text: String {
        var text = """
            # Rules

            Generated from the rules themselves; `tongjian explain RULE` prints the same pages. A rule reports *errors* (the filing
            contradicts itself, another one or the law), *warnings* (a fault that may have a reason) or *notes* (worth a look). What is
            doubtful in our reading is never called an organ's error.

            | rule | 名称 | name |
            |---|---|---|

            """
        for check in AllChecks.all {
            text += "| [`\(check.id)`](#\(check.id)) | \(check.name.zh) | \(check.name.en) |\n"
        }
        for check in AllChecks.all {
            text += "\n## \(check.id)\n"
            for (heading, words) in check.page.headings {
                text += "\n- **\(heading.en)** \(words.en)\n  **\(heading.zh)** \(words.zh)\n"
            }
        }
        return text
    }
}
