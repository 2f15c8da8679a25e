using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Trellis.Server.Kernel.Models;

/// <summary>An error in the shape of OpenAI's API: <c>{"error":{"message","type","param","code"}}</c>, with its HTTP status.</summary>
/// <param name="Status">The HTTP status it is sent with.</param>
/// <param name="Message">What is wrong and what to do, for a person. Holds no secret.</param>
/// <param name="Type">The family, for example <c>invalid_request_error</c>.</param>
/// <param name="Param">The path of the offending parameter, for example <c>messages[0].role</c>; null when there is none.</param>
/// <param name="Code">The precise error, for example <c>model_not_found</c>; null when there is none.</param>
/// <seealso href="https://platform.openai.com/docs/guides/error-codes">Error codes</seealso>
public sealed record OpenAiError(int Status, string Message, string Type, string? Param = null, string? Code = null)
{
    /// <summary>The request itself is wrong: status 400 and type <c>invalid_request_error</c>.</summary>
    public static OpenAiError InvalidRequest(string message, string? param = null, string? code = null) =>
        new(StatusCodes.Status400BadRequest, message, "invalid_request_error", param, code);

    /// <summary>The request names no model and there is no default one.</summary>
    public static OpenAiError ModelRequired() =>
        InvalidRequest("Missing required parameter: 'model'.", "model", "missing_required_parameter");

    /// <summary>There is no such model, or it is not for this caller: the same answer for both, so that names cannot be probed.</summary>
    public static OpenAiError ModelNotFound(string model) =>
        new(
            StatusCodes.Status404NotFound,
            $"The model '{model}' does not exist or you do not have access to it.",
            "invalid_request_error",
            "model",
            "model_not_found");

    /// <summary>The body as UTF-8 JSON.</summary>
    public ReadOnlyMemory<byte> ToJson()
    {
        var output = new ArrayBufferWriter<byte>();
        WriteJson(output);
        return output.WrittenMemory;
    }

    /// <summary>
    /// The error as a server-sent event, for a stream that has begun and cannot change its status any more. OpenAI's own clients raise it.
    /// </summary>
    public ReadOnlyMemory<byte> ToServerSentEvent()
    {
        var output = new ArrayBufferWriter<byte>();
        output.Write("data: "u8);
        WriteJson(output);
        output.Write("\n\n"u8);
        return output.WrittenMemory;
    }

    /// <summary>Answers with this error. The response must not have started.</summary>
    public async Task WriteAsync(HttpResponse response, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(response);
        var body = ToJson();
        response.StatusCode = Status;
        response.ContentType = "application/json";
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, cancellationToken);
    }

    private void WriteJson(ArrayBufferWriter<byte> output)
    {
        using var writer = new Utf8JsonWriter(output, OpenAiJson.WriterOptions);
        writer.WriteStartObject();
        writer.WriteStartObject("error"u8);
        writer.WriteString("message"u8, Message);
        writer.WriteString("type"u8, Type);
        writer.WriteString("param"u8, Param);
        writer.WriteString("code"u8, Code);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
