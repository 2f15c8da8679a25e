using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server.Kernel.Idempotency;

/// <summary>What became of a request with an idempotency key.</summary>
/// <param name="Answer">The answer, fresh or remembered; null when the key was used for another request.</param>
public readonly record struct IdempotentOutcome(JsonAnswer? Answer)
{
    /// <summary>Whether the key was used before, for another request.</summary>
    public bool IsConflict => Answer is null;
}
