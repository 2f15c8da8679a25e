using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Trellis.Samples.GovernedTools;

/// <summary>Asks the model, runs what it calls, and tells it what came of that, until it has nothing more to call.</summary>
internal sealed class Agent(IChatClient model, IList<AITool> tools, TextWriter output)
{
    public async Task<string> AnswerAsync(string request, CancellationToken cancellationToken)
    {
        var messages = new List<ChatMessage> { new(ChatRole.User, request) };
        var options = new ChatOptions { Tools = tools };
        while (true)
        {
            var response = await model.GetResponseAsync(messages, options, cancellationToken);
            messages.AddRange(response.Messages);
            var calls = response.Messages.SelectMany(static message => message.Contents).OfType<FunctionCallContent>().ToList();
            if (calls.Count == 0)
                return response.Text;

            var results = new List<AIContent>();
            foreach (var call in calls)
                results.Add(new FunctionResultContent(call.CallId, await RunAsync(call, cancellationToken)));
            messages.Add(new ChatMessage(ChatRole.Tool, results));
        }
    }

    private async Task<string> RunAsync(FunctionCallContent call, CancellationToken cancellationToken)
    {
        output.WriteLine($"{call.Name}({string.Join(", ", call.Arguments!.Select(static argument => $"{argument.Key}: {argument.Value}"))})");
        var function = tools.OfType<AIFunction>().Single(tool => tool.Name == call.Name);
        var result = await function.InvokeAsync(new AIFunctionArguments(call.Arguments), cancellationToken);
        return TextOf(result);
    }

    // A tool of an MCP server answers with the protocol's JSON; a call that did not run, with a sentence.
    private static string TextOf(object? result) =>
        result is JsonElement { ValueKind: JsonValueKind.Object } answer && answer.TryGetProperty("content", out var content)
            ? string.Concat(content.EnumerateArray().Select(static part => part.TryGetProperty("text", out var text) ? text.GetString() : ""))
            : result is TextContent text ? text.Text
            : result?.ToString() ?? "";
}
