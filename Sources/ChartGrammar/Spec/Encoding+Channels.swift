extension Encoding {
    /// A channel by its name, to be set; x and y are always there.
    package subscript(name name: ChannelName) -> Channel? {
        get { self[name] }
        set {
            switch name {
            case .x: x = newValue ?? x
            case .y: y = newValue ?? y
            case .color: color = newValue
            case .facet: facet = newValue
            case .detail: detail = newValue
            case .text: text = newValue
            }
        }
    }
}
