/// What is said of charts with more marks than an eye can tell apart.
extension GuideWords {
    private func number(_ count: Int) -> String { decimalText(Double(count), places: 0, isGrouped: true) }

    func rowsShown(_ shown: Int, _ left: Int) -> String {
        word(
            "列出前 \(number(shown)) 行，另有 \(number(left)) 行未列出。",
            "The first \(number(shown)) rows; \(number(left)) more not shown.")
    }

    func columnsShown(_ shown: Int, _ left: Int, areLast: Bool) -> String {
        word(
            "画出\(areLast ? "最近" : "前") \(number(shown)) 列，另有 \(number(left)) 列未画出。",
            "The \(areLast ? "last" : "first") \(number(shown)) columns; \(number(left)) more not drawn.")
    }

    func partsUnnamed(_ count: Int) -> String {
        word("另有 \(number(count)) 项过小，未标名。", "\(number(count)) more parts are too small to be named.")
    }

    func insideThinned(_ drawn: Int, _ all: Int) -> String {
        word(
            "限内 \(number(all)) 个点中均匀画出 \(number(drawn)) 个，限外全部画出。",
            "Of \(number(all)) points inside the limits every \(number((all + drawn - 1) / max(drawn, 1)))th is drawn; all outside are."
        )
    }

    func outsideUnnamed(_ tried: Int, _ all: Int) -> String {
        word(
            "限外 \(number(all)) 个，仅在 n 最大的 \(number(tried)) 个中标名，无空处的不标。",
            "Of \(number(all)) outside those with the largest n are named, up to \(number(tried)) and where there is room."
        )
    }

    var median: String { word("中位数", "Median") }

    func linesBanded(_ lines: Int) -> String {
        word(
            "\(number(lines)) 条线合为分布带：深色为居中的一半，浅色为居中的八成，线为中位数。",
            "\(number(lines)) lines are drawn as bands: the middle half dark, the middle four fifths light, the median as a line."
        )
    }

    func linesThinned(_ drawn: Int, _ all: Int) -> String {
        word(
            "\(number(all)) 条线中均匀画出约 \(number(drawn)) 条。",
            "Of \(number(all)) lines about \(number(drawn)) are drawn, evenly chosen.")
    }

    func allPointsDrawn(_ points: Int, _ lines: Int) -> String {
        word(
            "\(number(lines)) 条线、\(number(points)) 个点全部画出。",
            "All \(number(points)) points of \(number(lines)) lines are drawn.")
    }

    func gapsUnmarked(_ count: Int) -> String {
        word(
            "\(number(count)) 处无数值，线在该处断开，不逐一标出。",
            "The line breaks at \(number(count)) places without a value, which are not marked one by one.")
    }

    func pointsMerged(_ points: Int) -> String {
        word(
            "共 \(number(points)) 个点，同一横坐标内只画首、末、最高、最低四点，线形不变。",
            "Of \(number(points)) points the first, last, highest and lowest within each point of width are drawn: the same line."
        )
    }
}
