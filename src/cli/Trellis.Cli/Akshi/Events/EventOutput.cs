using System.Globalization;
using Trellis.Akshi;

namespace Trellis.Cli.Akshi.Events;

/// <summary>Prints events one by one, a line each, so that they can be followed.</summary>
internal static class EventOutput
{
    public static void Write(CliHost host, OutputFormat format, AkshiEvent item)
    {
        if (format == OutputFormat.Json) JsonOutput.WriteLine(host.Output, PrintedEvent.Of(item), AkshiJsonContext.Default.PrintedEvent);
        else host.Output.WriteLine(TerminalText.Line(Line(item)));
    }

    private static string Line(AkshiEvent item)
    {
        var (agent, about) = item switch
        {
            AguiEvent agui => (agui.Agent, About(agui)),
            RuntimeEvent runtime => (runtime.Agent, About(runtime)),
            TaskEvent { Task: { } task } => (task.To, $"{task.Id} from {task.From}{(task.Error is { } error ? $": {error}" : "")}"),
            _ => (null, null),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{item.Id,8}  {item.Name,-20}  {agent,-16}  {about ?? item.Data}").TrimEnd();
    }

    // What none of these tell is shown as it came.
    private static string? About(AguiEvent item) => item switch
    {
        { Agents.Count: > 0 } => string.Join(", ", item.Agents.Select(static agent => $"{agent.Name} {agent.Status}")),
        { Text: { } text } => text,
        { ToolCallName: { } tool } => $"{tool} {item.Args?.GetRawText()}",
        { Result: { } result } => result,
        { Outcome: { } outcome } => Ended(outcome, item.DurationMs, item.Error),
        { RunId: { } run } => $"run {run}",
        _ => null,
    };

    private static string? About(RuntimeEvent item) => item switch
    {
        { Error: { } error } => error,
        { Text: { } text } => text,
        { Tool: { } tool } => $"{tool} {item.Result ?? item.Args?.GetRawText()}",
        { DurationMs: not null } => Ended("done", item.DurationMs, null),
        _ => null,
    };

    private static string Ended(string outcome, long? milliseconds, string? error) =>
        $"{outcome}{(milliseconds is { } span ? string.Create(CultureInfo.InvariantCulture, $" in {span} ms") : "")}{(error is null ? "" : $": {error}")}";
}
