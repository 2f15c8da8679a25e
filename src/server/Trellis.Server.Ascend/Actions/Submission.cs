using Trellis.Server.Ascend.Http;
using Trellis.Server.Kernel.Audit;

namespace Trellis.Server.Ascend.Actions;

/// <summary>A submitted action on its way.</summary>
internal sealed class Submission
{
    /// <summary>The request that brought it.</summary>
    public required AscendCall Call { get; init; }

    /// <summary>What is asked.</summary>
    public required SubmitRequest Request { get; init; }

    /// <summary>When judging began, as the clock's timestamp.</summary>
    public required long Started { get; init; }

    /// <summary>The id that it gets.</summary>
    public required long ActionId { get; init; }

    /// <summary>What is asked, as the store may keep it, and the digest that tells it from every other.</summary>
    public required SecretFreeJson Asked { get; init; }
}
