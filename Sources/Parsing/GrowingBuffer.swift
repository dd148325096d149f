/// Values in memory of their own, which only grows: an array without counting references or checking
/// uniqueness, for loops that run for every sentence.
struct GrowingBuffer<Element>: ~Copyable {
    private(set) var base: UnsafeMutablePointer<Element>
    private(set) var count = 0
    private(set) var capacity: Int

    init(capacity: Int = 64) {
        self.capacity = capacity
        base = .allocate(capacity: capacity)
    }

    deinit {
        base.deinitialize(count: count)
        base.deallocate()
    }

    @inline(__always)
    subscript(index: Int) -> Element {
        get { base[index] }
        nonmutating set { base[index] = newValue }
    }

    @inline(__always)
    mutating func append(_ element: Element) {
        reserve(1)
        (base + count).initialize(to: element)
        count &+= 1
    }

    /// Adds elements that stand in other memory than its own.
    @inline(__always)
    mutating func append(_ elements: UnsafePointer<Element>, _ count: Int) {
        assert(elements < UnsafePointer(base) || elements >= UnsafePointer(base + capacity), "use appendCopy(of:)")
        reserve(count)
        (base + self.count).initialize(from: elements, count: count)
        self.count &+= count
    }

    /// Adds some of its own elements once more.
    mutating func appendCopy(of range: Range<Int>) {
        reserve(range.count)
        (base + count).initialize(from: base + range.lowerBound, count: range.count)
        count &+= range.count
    }

    mutating func append(contentsOf elements: [Element]) {
        elements.withUnsafeBufferPointer { if let start = $0.baseAddress { append(start, elements.count) } }
    }

    @inline(__always)
    mutating func removeAll() { removeLast(count) }

    @inline(__always)
    mutating func removeLast(_ count: Int) {
        self.count &-= count
        (base + self.count).deinitialize(count: count)
    }

    func slice(_ range: Range<Int>) -> UnsafeBufferPointer<Element> {
        UnsafeBufferPointer(start: base + range.lowerBound, count: range.count)
    }

    var array: [Element] { Array(slice(0..<count)) }

    @inline(__always)
    private mutating func reserve(_ more: Int) {
        if count &+ more > capacity { grow(to: count + more) }
    }

    @inline(never)
    private mutating func grow(to least: Int) {
        capacity = max(2 * capacity, least)
        let grown = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
        grown.moveInitialize(from: base, count: count)
        base.deallocate()
        base = grown
    }
}
