using Trellis.Server.Akshi.Errors;
using Trellis.Server.Akshi.Http;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Akshi.Broker.Requests;

/// <summary>
/// <c>POST /api/v1/broker/requests</c>: an agent that works outside this process has a request sent, and so needs no secret either.
/// <c>{"agent","url","method"?,"headers"?,"body"?,"content_type"?}</c> gives <c>{"status","content_type","body"}</c>.
/// </summary>
internal sealed class BrokerRequestEndpoint(SecretBroker broker)
{
    private const int LongestUrl = 4096;
    private const int LongestBody = 1 << 19;
    private const int MostHeaders = 50;

    /// <summary>Has a request sent.</summary>
    public async ValueTask<JsonAnswer> SendAsync(AkshiCall call)
    {
        if (!TryRead(call.Fields, out var request, out var refusal))
            return refusal!;

        try
        {
            var (reply, denied) = await broker.SendAsync(request!, call.Aborted);
            return denied ?? (JsonAnswer)Answer.Ok(json =>
            {
                json.WriteNumber("status"u8, reply!.Status);
                json.WriteString("content_type"u8, reply.ContentType);
                json.WriteString("body"u8, reply.Body);
            });
        }
        catch (BrokerFailedException error)
        {
            return new AkshiError(Microsoft.AspNetCore.Http.StatusCodes.Status502BadGateway, "upstream_failed", error.Message);
        }
    }

    private static bool TryRead(Fields fields, out BrokerRequest? request, out AkshiError? refusal)
    {
        var agent = fields.Text("agent");
        var address = fields.Text("url", LongestUrl);
        var method = fields.OptionalWord("method", "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE") ?? "GET";
        var body = fields.OptionalText("body", LongestBody);
        var type = fields.OptionalText("content_type");
        var headers = ReadHeaders(fields);
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            fields.Errors.Add("url", "must be an absolute address that begins with https:// or http://");

        request = fields.Errors.IsEmpty ? new BrokerRequest(agent, method, url!, headers, body, type) : null;
        refusal = request is null ? AkshiErrors.Invalid(fields.Errors) : null;
        return request is not null;
    }

    private static List<KeyValuePair<string, string>> ReadHeaders(Fields fields)
    {
        var headers = new List<KeyValuePair<string, string>>();
        if (fields.Object("headers") is not { ValueKind: System.Text.Json.JsonValueKind.Object } given)
            return headers;

        var members = fields.Nested("headers");
        foreach (var member in given.EnumerateObject())
        {
            if (headers.Count == MostHeaders)
            {
                fields.Errors.Add("headers", $"must have at most {MostHeaders} members");
                break;
            }

            if (members.OptionalText(member.Name, longest: 4096) is { } value)
            {
                if (value.Any(char.IsControl) || !member.Name.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'))
                    fields.Errors.Add("headers", "must have names of letters, digits, '-' and '_', and values without control characters");
                else if (member.Name.Equals("Host", StringComparison.OrdinalIgnoreCase))
                    fields.Errors.Add("headers.Host", "is set by the broker");
                else
                    headers.Add(new(member.Name, value));
            }
        }

        return headers;
    }
}
