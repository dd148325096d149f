extension String {
    /// Scalars as text, by way of their bytes: a scalar view grows one scalar at a time and is many times slower.
    package init(scalars: ArraySlice<Unicode.Scalar>) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(scalars.count * 3)
        for scalar in scalars { bytes.append(contentsOf: UTF8.encode(scalar)!) }
        self.init(decoding: bytes, as: UTF8.self)
    }
}
