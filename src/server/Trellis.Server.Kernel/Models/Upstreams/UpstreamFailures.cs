using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Trellis.Server.Kernel.Models;

/// <summary>The failures of an upstream that are found on this side of the wire.</summary>
internal sealed class UpstreamFailures(string upstream)
{
    private const string Type = "upstream_error";

    public ChatFailure Unreachable() => BadGateway("cannot be reached", "upstream_unreachable");

    public ChatFailure CutShort() => BadGateway("ended its answer before it was complete", "upstream_cut_short");

    public ChatFailure TooLarge(long limit) =>
        BadGateway(string.Create(CultureInfo.InvariantCulture, $"answered with more than {limit} bytes"), "upstream_response_too_large");

    public ChatFailure Unintelligible() => BadGateway("gave an answer that is not in the form of OpenAI's API", "upstream_invalid_response");

    public ChatFailure AccessRefused() => BadGateway("refused this server's own access", "upstream_access_refused");

    public ChatFailure QuotaSpent() => BadGateway("says that this server's own quota is spent", "upstream_quota_spent");

    public ChatFailure Failed(int status, TimeSpan? retryAfter) =>
        Create(status, $"failed with HTTP status {status}", "upstream_failed", retryAfter);

    public ChatFailure Late(UpstreamPhase phase, UpstreamLimits limits) => phase switch
    {
        UpstreamPhase.FirstByte => TimedOut("sent no first byte", limits.FirstByte),
        UpstreamPhase.Idle => TimedOut("fell silent", limits.Idle),
        _ => TimedOut("did not complete its answer", limits.Total),
    };

    public ChatFailure LateToConnect(UpstreamLimits limits) => TimedOut("accepted no connection", limits.Connect);

    private ChatFailure TimedOut(string what, TimeSpan limit) => Create(
        StatusCodes.Status504GatewayTimeout,
        string.Create(CultureInfo.InvariantCulture, $"{what} for {limit.TotalSeconds} s"),
        "upstream_timeout");

    private ChatFailure BadGateway(string what, string code) => Create(StatusCodes.Status502BadGateway, what, code);

    private ChatFailure Create(int status, string what, string code, TimeSpan? retryAfter = null) =>
        new(new OpenAiError(status, $"The model's upstream '{upstream}' {what}.", Type, Code: code), retryAfter);
}
