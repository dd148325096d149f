import Filings

/// Characters that recognition engines take for one another, in the names of places.
enum LookAlikes {
    /// Each group's characters look alike.
    private static let groups = [
        "己已巳巴", "未末木本", "日曰", "土士", "人入八", "大太犬", "干千于", "天夫", "王玉主", "刀力", "午牛", "贝见", "免兔", "治冶",
        "侯候", "汨汩", "毫亳", "茌荏", "栗粟", "藁槁", "宛苑", "洼注", "冼洗", "戊戌戍成", "龙尤", "祟崇", "岐歧", "陵棱凌", "阳阴",
        "泾径", "潢璜", "淮准", "淄缁", "沽沾", "沭沐", "汶纹", "浦埔蒲", "溧漂", "漳障彰", "潼童", "潭谭", "濮仆", "邳邵", "郯剡", "鄄鄞",
        "鄢鄔", "隰湿", "滁涤", "涿琢", "涟莲", "盱盯", "睢雎", "硚桥", "耒来", "莒营", "菏荷", "虞虑", "衢街", "襄裹", "邛工", "邗刊",
        "闽闵", "阆朗", "靖婧", "塘墉", "城域", "沁心", "清请", "源原", "濉睢", "丘兵", "乌鸟", "任仟", "伊尹", "余佘", "历厉", "右石",
        "固因", "堰偃", "奉奏", "宜宣", "岗冈", "峡侠", "嵊乘", "巨臣", "广厂", "庐芦", "弋戈", "忻析", "招昭", "昌冒", "晋普", "曲由",
        "杞祀", "桦华", "梁粱", "榆愉", "民氏", "永水", "江汪", "沈沉", "洪供", "灞霸", "镇填", "雁鹰", "钟种", "徽微", "赣戆", "渑绳",
        "桓恒", "郏陕", "牟车", "获荻", "泌沁", "柘拓", "鲁曾", "汝汶", "叶什", "蔡祭", "项顶", "博搏", "渡度", "坊访", "辛幸",
    ]

    private static let folded: [Unicode.Scalar: Unicode.Scalar] = {
        var folded: [Unicode.Scalar: Unicode.Scalar] = [:]
        for group in groups {
            let scalars = Array(group.unicodeScalars)
            let first = scalars.lazy.compactMap { folded[$0] }.first ?? scalars[0]
            for scalar in scalars { folded[scalar] = folded[scalar] ?? first }
        }
        return folded
    }()

    /// The text with one character for each group: texts that look alike become the same.
    static func folded(_ text: String) -> String {
        String(scalars: text.unicodeScalars.map { folded[$0] ?? $0 }[...])
    }
}
