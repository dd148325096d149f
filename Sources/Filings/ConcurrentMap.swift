import Dispatch
import Synchronization

/// Work on several threads whose results stand in order.
package enum ConcurrentMap {
    /// The values of `body` for 0, 1 ..., which as many threads as `jobs` take from a shared counter.
    package static func values<Value: Sendable>(
        count: Int, jobs: Int, _ body: @Sendable (Int) -> Value
    ) -> [Value] {
        let slots = Mutex([Value?](repeating: nil, count: count))
        let next = Atomic(0)
        DispatchQueue.concurrentPerform(iterations: max(1, min(jobs, count))) { _ in
            while true {
                let index = next.add(1, ordering: .relaxed).oldValue
                guard index < count else { return }
                let value = body(index)
                slots.withLock { $0[index] = value }
            }
        }
        return slots.withLock { $0.map { $0! } }
    }
}
