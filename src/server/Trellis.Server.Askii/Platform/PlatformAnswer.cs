using Microsoft.AspNetCore.Http;
using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server.Askii.Platform;

/// <summary>
/// A successful answer. It has exactly the members of the contract (section 2.3): the clients refuse any other.
/// </summary>
internal abstract class PlatformAnswer : JsonObjectAnswer
{
    /// <inheritdoc/>
    public sealed override int Status => StatusCodes.Status200OK;
}
