using Trellis.Server.Askii.Requests;
using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server.Askii.Platform;

/// <summary>What one platform endpoint does, once the caller is known and the body is valid. Safe for concurrent use.</summary>
internal interface IPlatformOperation<in TRequest>
    where TRequest : PlatformRequest
{
    /// <summary>Does it.</summary>
    /// <param name="request">A valid request.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="cancellationToken">The caller has hung up.</param>
    ValueTask<JsonObjectAnswer> RunAsync(TRequest request, Caller caller, CancellationToken cancellationToken);
}
