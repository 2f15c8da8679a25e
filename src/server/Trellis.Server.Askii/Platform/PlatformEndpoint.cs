using Microsoft.AspNetCore.Http;
using Trellis.Server.Askii.Errors;
using Trellis.Server.Askii.Requests;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Identity;

namespace Trellis.Server.Askii.Platform;

/// <summary>
/// What all platform endpoints have in common: the token is in the body (contract, section 1.2), and only who has a valid one is told what
/// else is wrong with the request.
/// </summary>
internal sealed class PlatformEndpoint<TOperation, TRequest>(TOperation operation, TokenValidator tokens)
    where TOperation : class, IPlatformOperation<TRequest>
    where TRequest : PlatformRequest, new()
{
    private static readonly Func<ReadOnlySpan<byte>, (PlatformError? Error, TRequest Request)> Parse =
        static body => (PlatformRequest.Parse(body, out TRequest request), request);

    /// <summary>Answers a request.</summary>
    public async Task HandleAsync(HttpContext context) => await JsonResponse.WriteAsync(context.Response, await RunAsync(context));

    private async ValueTask<JsonObjectAnswer> RunAsync(HttpContext context)
    {
        RequestBody.Limit(context, PlatformPaths.LongestBody);
        var (error, request) = await RequestBody.ReadAsync(context, Parse);
        if (error is not null)
            return error;

        var validation = await AuthenticateAsync(context, request);
        if (!validation.IsValid)
            return PlatformErrors.Refused(validation.Refusal);
        if (!request.Errors.IsEmpty)
            return PlatformErrors.Invalid(request.Errors);

        var caller = new Caller(validation.Principal, RequestOrigin.Of(context), OperatorRequest.Of(context) is not null);
        return await operation.RunAsync(request, caller, context.RequestAborted);
    }

    private ValueTask<TokenValidation> AuthenticateAsync(HttpContext context, TRequest request)
    {
        if (OperatorRequest.Of(context) is not { Operator: var asking, ActsFor: var actsFor })
            return tokens.ValidateAsync(request.Token, context.RequestAborted);

        return new(TokenValidation.Accept(
            new TokenPrincipal(asking.OrganisationId, TrellisIssuer.Name, actsFor ?? asking.Subject, DateTimeOffset.MaxValue)));
    }
}
