using Microsoft.AspNetCore.Http;

namespace Trellis.Server.Kernel.Hosting;

/// <summary>
/// Metadata of an endpoint whose method and path another platform has too: says which requests are meant for it. What no endpoint claims goes
/// to the endpoint without a claim. Asked before anybody is authenticated, so that it only tells one platform's credentials from
/// another's. Safe for concurrent use.
/// </summary>
public interface IRequestClaim
{
    /// <summary>Whether a request is meant for the endpoint.</summary>
    bool Claims(HttpContext context);
}
