using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace Trellis.Extensions.AI;

/// <summary>Reads the pieces of one streamed answer and puts the calls of functions together. Not safe for concurrent use.</summary>
internal sealed class UpdateReader
{
    private readonly SortedDictionary<long, (string Id, string Name, StringBuilder Arguments)> _calls = [];
    private string? _id;

    /// <summary>Whether the model has said why it stopped.</summary>
    public bool IsFinished { get; private set; }

    public ChatResponseUpdate Read(JsonObject chunk)
    {
        var update = new ChatResponseUpdate
        {
            Role = ChatRole.Assistant,
            ResponseId = _id ??= AnswerReader.Text(chunk["id"]),
            MessageId = _id,
            ModelId = AnswerReader.Text(chunk["model"]),
            CreatedAt = AnswerReader.Created(chunk["created"]),
            RawRepresentation = chunk,
        };
        if (chunk["choices"] is JsonArray { Count: > 0 } choices && choices[0] is JsonObject choice)
        {
            Read(choice["delta"] as JsonObject ?? [], update);
            update.FinishReason = AnswerReader.Finish(choice["finish_reason"]);
            IsFinished |= update.FinishReason is not null;
        }

        if (AnswerReader.Usage(chunk["usage"]) is { } usage)
        {
            update.Contents.Add(new UsageContent(usage));
        }

        return update;
    }

    /// <summary>The calls, whole, after the last piece; <see langword="null"/> when there are none.</summary>
    public ChatResponseUpdate? ToolCalls() => _calls.Count == 0 ? null : new ChatResponseUpdate(
        ChatRole.Assistant,
        [.. _calls.Values.Select(static call => AnswerReader.Call(call.Id, call.Name, call.Arguments.ToString()))])
    {
        ResponseId = _id,
        MessageId = _id,
    };

    private void Read(JsonObject delta, ChatResponseUpdate update)
    {
        if (AnswerReader.Text(delta["content"]) is { Length: > 0 } text)
        {
            update.Contents.Add(new TextContent(text));
        }

        foreach (var piece in (delta["tool_calls"] as JsonArray ?? []).OfType<JsonObject>())
        {
            var index = AnswerReader.Number(piece["index"]) ?? _calls.Count;
            var call = _calls.TryGetValue(index, out var known) ? known : ("", "", new StringBuilder());
            var function = piece["function"] as JsonObject;
            call.Item3.Append(AnswerReader.Text(function?["arguments"]));
            _calls[index] = (AnswerReader.Text(piece["id"]) ?? call.Item1, AnswerReader.Text(function?["name"]) ?? call.Item2, call.Item3);
        }
    }
}
