using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Unicode;

namespace Trellis.Server.Kernel.Models;

/// <summary>
/// Reads and checks the body of <c>POST /v1/chat/completions</c>. It checks what the server relies on and what would be wrong for every
/// model; the rest, members it does not know included, is for the model to judge.
/// </summary>
/// <seealso href="https://platform.openai.com/docs/api-reference/chat/create">The request</seealso>
public static class ChatRequestParser
{
    /// <summary>The most choices a request may ask for.</summary>
    public const int MaxChoices = 128;

    /// <summary>The most stop texts a request may have.</summary>
    public const int MaxStops = 4;

    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false };

    /// <summary>
    /// Reads a body. Absent and null are the same for every optional member. Refused are, besides wrong types and ranges: a member given
    /// twice, a known member in another case (JSON readers of other languages take it for the known one), and <c>models</c> (some
    /// upstreams let it override <c>model</c>); each would let a request reach the model in another form than it was checked and priced.
    /// </summary>
    /// <param name="body">UTF-8 JSON.</param>
    /// <param name="request">The request.</param>
    /// <param name="error">The first thing that is wrong, with status 400 and the path of the parameter.</param>
    public static bool TryParse(
        ReadOnlySpan<byte> body, [NotNullWhen(true)] out ChatRequest? request, [NotNullWhen(false)] out OpenAiError? error)
    {
        request = null;
        if (!Utf8.IsValid(body))
        {
            error = InvalidJson("the body is not UTF-8");
            return false;
        }

        try
        {
            request = Read(JsonElement.Parse(body, Options), out error);
            return error is null;
        }
        catch (JsonException exception)
        {
            error = InvalidJson($"line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}");
            return false;
        }
        catch (InvalidOperationException)
        {
            // The reader's word for an escape such as \ud800 without its other half.
            error = InvalidJson("a string is not valid Unicode");
            return false;
        }
    }

    private static OpenAiError InvalidJson(string reason) =>
        OpenAiError.InvalidRequest($"The body of the request is not valid JSON: {reason}.", code: "invalid_json");

    private static ChatRequest? Read(JsonElement body, out OpenAiError? error)
    {
        if (body.ValueKind is not JsonValueKind.Object)
        {
            error = OpenAiError.InvalidRequest(
                $"The body of the request must be a JSON object, but it is {JsonText.TypeName(body)}.", code: "invalid_type");
            return null;
        }

        var members = new RequestMembers(body);
        MemberNames.Check(body, members);
        var model = members.Text("model");
        var prompt = ChatMessages.Measure(body, members);
        var stream = members.Boolean("stream") ?? false;
        var includeUsage = ReadIncludeUsage(members, stream);
        var choices = members.Integer("n", 1, MaxChoices);
        var limit = ReadLimit(members);
        var stop = ReadStop(members);
        members.Number("temperature", 0, 2);
        members.Number("top_p", 0, 1);
        members.Number("presence_penalty", -2, 2);
        members.Number("frequency_penalty", -2, 2);

        error = members.Error;
        return error is not null
            ? null
            : new ChatRequest
            {
                Body = body,
                Model = model,
                Stream = stream,
                IncludeUsage = includeUsage,
                Choices = (int)(choices ?? 1),
                MaxCompletionTokens = limit,
                Stop = stop,
                Prompt = prompt,
            };
    }

    private static bool ReadIncludeUsage(RequestMembers members, bool stream)
    {
        if (members.Find("stream_options") is not { } options)
        {
            return false;
        }

        if (options.ValueKind is not JsonValueKind.Object)
        {
            members.RefuseType("stream_options", "an object", options);
            return false;
        }

        if (!stream)
        {
            members.Refuse("stream_options", "is only allowed when 'stream' is true.", "invalid_value");
        }

        return members.Within("stream_options", options).Boolean("include_usage") ?? false;
    }

    private static long? ReadLimit(RequestMembers members)
    {
        var older = members.Integer("max_tokens", 1, int.MaxValue);
        var newer = members.Integer("max_completion_tokens", 1, int.MaxValue);
        if (older is not null && newer is not null)
        {
            members.Refuse("max_tokens", "cannot be set together with 'max_completion_tokens', which replaces it.", "unsupported_parameter");
        }

        return newer ?? older;
    }

    private static List<string> ReadStop(RequestMembers members)
    {
        if (members.Find("stop") is not { } stop)
        {
            return [];
        }

        if (stop.ValueKind is JsonValueKind.String)
        {
            return stop.GetString() is { Length: > 0 } text ? [text] : [];
        }

        if (stop.ValueKind is not JsonValueKind.Array)
        {
            members.RefuseType("stop", "a string or an array of strings", stop);
            return [];
        }

        if (stop.GetArrayLength() > MaxStops)
        {
            members.Refuse("stop", $"has {stop.GetArrayLength()} texts; at most {MaxStops} are allowed.", "array_above_max_length");
            return [];
        }

        var texts = new List<string>();
        foreach (var (index, item) in stop.EnumerateArray().Index())
        {
            if (item.ValueKind is not JsonValueKind.String)
            {
                members.RefuseType($"stop[{index}]", "a string", item);
            }
            else if (item.GetString() is { Length: > 0 } text)
            {
                texts.Add(text);
            }
        }

        return texts;
    }
}
