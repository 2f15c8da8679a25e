using System.Text.Json.Nodes;
using Trellis.Server.Akshi.Agents.Files;
using Trellis.Server.Akshi.Agents.Memory;
using Trellis.Server.Akshi.Configuration;
using Trellis.Server.Akshi.Events;
using Trellis.Server.Akshi.Inference;
using Trellis.Server.Akshi.Logs;
using Trellis.Server.Akshi.Rules;

namespace Trellis.Server.Akshi.Agents.Declarative;

/// <summary>
/// An agent without code (contract, section 5.1): each tick it reads what is new in its files and makes findings, with a model where one is
/// configured and the agent has a prompt, else with its rules.
/// </summary>
internal sealed class DeclarativeAgent : IAgentBody
{
    // After so many questions in a row that no model answered, the rest waits for the next tick.
    private const int MostUnanswered = 3;

    private const string Tool = "read_file";

    private readonly AgentConfiguration _agent;
    private readonly FileFence _fence;
    private readonly FileFinder _finder;
    private readonly AgentMemory _memory;
    private readonly ApprovalGate _gate;
    private readonly FileReview _review;
    private readonly FindingMaker _maker;
    private readonly IActivitySink _activities;
    private readonly RuntimeLog _log;
    private readonly LineRule[] _rules;
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    public DeclarativeAgent(AgentConfiguration agent, FileFence fence, AgentMemory memory, FindingMaker maker, AgentTools tools)
    {
        var definition = agent.Declarative!;
        _agent = agent;
        _fence = fence;
        _finder = new FileFinder(fence, definition);
        _memory = memory;
        _maker = maker;
        _gate = tools.Gate;
        _review = tools.Review;
        _activities = tools.Activities;
        _log = tools.Log;
        _rules = [.. definition.Rules.Select(static rule => new LineRule(rule))];
    }

    /// <inheritdoc/>
    public long HeapBytes => _memory.HeapBytes;

    private bool AsksModel => _agent.Declarative!.Prompt is not null && (_review.HasModel || _rules.Length == 0);

    /// <inheritdoc/>
    public async Task<string?> RunAsync(Tick tick)
    {
        tick.Demand(AgentCapabilities.Filesystem);
        var asksModel = AsksModel;
        if (asksModel)
            tick.Demand(AgentCapabilities.Inference);

        var isDone = false;
        try
        {
            var notice = await ReadFilesAsync(tick, asksModel);
            isDone = true;
            return notice;
        }
        finally
        {
            await SettleAsync(isDone);
        }
    }

    private async Task<string?> ReadFilesAsync(Tick tick, bool asksModel)
    {
        await _memory.OpenAsync(tick.Cancellation);
        var report = new TickReport(_agent, _log);
        var (files, isCut) = _finder.Find(tick.Fuel, path => Refuse(path, report), tick.Cancellation);
        if (isCut)
            report.Note($"there are more files than the {_agent.Declarative!.MaxFiles} that the agent looks at");

        // A pipe and a device look like an empty file, and opening one could wait for ever.
        var changed = files.Where(file => file.Length > 0 && _memory.Find(file.Path)?.IsUnchanged(file) != true).ToArray();
        if (changed.Length > 0)
        {
            await PassAsync(tick, changed);
            await ReadAsync(tick, report, changed, asksModel);
        }

        return report.Notice;
    }

    private async Task PassAsync(Tick tick, FoundFile[] changed)
    {
        try
        {
            await _gate.PassAsync(tick, AgentCapabilities.Filesystem, "read " + string.Join(", ", changed.Select(static file => file.Path)));
        }
        catch (AgentException error) when (error.Code == "approval_denied")
        {
            // A person has spoken: what these files are now is not asked for again.
            foreach (var file in changed)
            {
                var seen = _memory.Find(file.Path) ?? new SeenFile { Path = file.Path, Length = 0, Modified = 0, Mark = "" };
                await _memory.RememberAsync(seen with { Length = file.Length, Modified = file.Modified }, CancellationToken.None);
            }

            throw;
        }
    }

    private async Task ReadAsync(Tick tick, TickReport report, FoundFile[] files, bool asksModel)
    {
        var unanswered = 0;
        foreach (var file in files)
        {
            tick.Cancellation.ThrowIfCancellationRequested();
            if (report.Room <= 0)
                break;

            if (unanswered >= MostUnanswered)
            {
                report.Note("no model answers; the next tick tries again");
                return;
            }

            using var stream = AgentFileReader.Open(_fence, file);
            if (stream is null)
                continue;

            unanswered = await ReadAsync(tick, report, file, stream, asksModel) ? 0 : unanswered + 1;
        }

        if (report.Room <= 0)
            report.Note("the tick made all the findings that it may; the next one goes on");
    }

    // Whether the file was dealt with.
    private async Task<bool> ReadAsync(Tick tick, TickReport report, FoundFile file, FileStream stream, bool asksModel)
    {
        var callId = Guid.NewGuid().ToString();
        var before = report.Findings;
        _activities.Publish(new AgentActivity.ToolStarted(_agent.Name, callId, Tool, new JsonObject { ["path"] = file.Path }));
        var result = "failed";
        try
        {
            if (asksModel)
                await _review.RunAsync(tick, _memory, _maker, report, file, stream);
            else
                await new LineScan(tick, _rules, _memory, _maker, report, file).RunAsync(stream);
            result = $"{report.Findings - before} findings";
            return true;
        }
        catch (InferenceException error)
        {
            report.Warn($"no model answered about '{file.Path}': {error.Message}");
            return false;
        }
        catch (IOException error)
        {
            // One file that cannot be read does not stop the others.
            report.Warn($"'{file.Path}' cannot be read: {error.GetType().Name}");
            return true;
        }
        finally
        {
            _activities.Publish(new AgentActivity.ToolEnded(_agent.Name, callId, Tool, result));
        }
    }

    // What was read before a failure stays remembered; after a failure the memory is what the store says.
    private async Task SettleAsync(bool isDone)
    {
        try
        {
            await _memory.FlushAsync(CancellationToken.None);
        }
        finally
        {
            if (!isDone)
                _memory.Close();
        }
    }

    private void Refuse(string path, TickReport report)
    {
        report.Note($"capability_denied: '{path}' is a link that leads out of what the agent may read");
        if (_told.Add(path))
            _log.Write(LogSeverity.Warn, _agent.Name, $"capability_denied: '{path}' is a link that leads out of what the agent may read, and is not followed");
    }
}
