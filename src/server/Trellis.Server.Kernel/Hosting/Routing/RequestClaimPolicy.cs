using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;

namespace Trellis.Server.Kernel.Hosting;

/// <summary>Chooses between endpoints of several platforms at the same place by their <see cref="IRequestClaim"/>, or as an <see cref="OperatorRequest"/> says.</summary>
internal sealed class RequestClaimPolicy : MatcherPolicy, IEndpointSelectorPolicy
{
    /// <inheritdoc/>
    public override int Order => 0;

    /// <inheritdoc/>
    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => endpoints.Any(static endpoint => ClaimOf(endpoint) is not null);

    /// <inheritdoc/>
    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        if (OperatorRequest.Of(httpContext) is { } asked)
        {
            for (var index = 0; index < candidates.Count; index++)
            {
                if (PlatformOf(candidates[index].Endpoint) != asked.Platform)
                    candidates.SetValidity(index, false);
            }

            return Task.CompletedTask;
        }

        var isClaimed = false;
        for (var index = 0; index < candidates.Count; index++)
        {
            if (!candidates.IsValidCandidate(index) || ClaimOf(candidates[index].Endpoint) is not { } claim)
                continue;
            if (claim.Claims(httpContext))
                isClaimed = true;
            else
                candidates.SetValidity(index, false);
        }

        for (var index = 0; isClaimed && index < candidates.Count; index++)
        {
            if (ClaimOf(candidates[index].Endpoint) is null)
                candidates.SetValidity(index, false);
        }

        return Task.CompletedTask;
    }

    private static string? PlatformOf(Endpoint endpoint) => endpoint.Metadata.GetMetadata<EndpointPlatform>()?.Name;

    private static IRequestClaim? ClaimOf(Endpoint endpoint) => endpoint.Metadata.GetMetadata<IRequestClaim>();
}
