using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Trellis.Server.Akshi.Errors;
using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server.Akshi.Broker.Requests;

/// <summary>Says why a request was not sent (contract, section 5.6). Its address has neither query nor user.</summary>
internal sealed class DenyReceipt(string agent, string url, string reason) : JsonObjectAnswer
{
    /// <inheritdoc/>
    public override int Status => StatusCodes.Status403Forbidden;

    /// <summary>Which of <see cref="DenyReason"/>.</summary>
    public string Reason => reason;

    /// <summary>The address without what may be secret in it.</summary>
    public string Url => url;

    /// <inheritdoc/>
    protected override void WriteMembers(Utf8JsonWriter json)
    {
        json.WriteString("error"u8, reason == DenyReason.CapabilityDenied ? ErrorCodes.CapabilityDenied : ErrorCodes.Forbidden);
        json.WriteString("detail"u8, $"The broker did not send the request: {reason}.");
        json.WriteBoolean("denied"u8, true);
        json.WriteString("agent"u8, agent);
        json.WriteString("url"u8, url);
        json.WriteString("reason"u8, reason);
    }
}
