using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Trellis.Server.Akshi.Agents.Files;
using Trellis.Server.Akshi.Agents.Memory;
using Trellis.Server.Akshi.Configuration;
using Trellis.Server.Akshi.Findings;
using Trellis.Server.Akshi.Inference;
using Trellis.Server.Akshi.Logs;
using Trellis.Server.Akshi.Spending;

namespace Trellis.Server.Akshi.Agents.Declarative;

/// <summary>Asks a model about one file that is new or has changed, and makes findings of its answer. Safe for concurrent use.</summary>
internal sealed class FileReview(IInference inference, SpendLedger ledger, ApprovalGate gate, RuntimeLog log)
{
    /// <summary>Whether there is any model to ask.</summary>
    public bool HasModel => inference.HasModel;

    /// <summary>Reviews the file.</summary>
    /// <exception cref="AgentException">The agent may not ask.</exception>
    /// <exception cref="InferenceException">No model answered; the file is tried again at the next tick.</exception>
    public async Task RunAsync(Tick tick, AgentMemory memory, FindingMaker maker, TickReport report, FoundFile file, FileStream stream)
    {
        var definition = tick.Agent.Declarative!;
        var seen = memory.Find(file.Path);
        if (await ReadAsync(tick, stream, definition.MaxFileBytes) is not { } bytes)
        {
            await SkipAsync(tick, memory, file, seen, string.Create(CultureInfo.InvariantCulture, $"is longer than {definition.MaxFileBytes} bytes"));
            return;
        }

        var mark = "c" + Convert.ToHexStringLower(SHA256.HashData(bytes));
        if (seen?.Mark == mark)
        {
            await memory.RememberAsync(seen with { Length = file.Length, Modified = file.Modified }, CancellationToken.None);
            return;
        }

        if (bytes.AsSpan().Contains((byte)0))
        {
            await SkipAsync(tick, memory, file, seen, "is no text");
            return;
        }

        var next = new SeenFile { Path = file.Path, Length = file.Length, Modified = file.Modified, Mark = mark, Reported = seen?.Reported ?? "" };
        var answer = await AskAsync(tick, memory, file, next, Encoding.UTF8.GetString(bytes));
        await SettleAsync(tick, memory, maker, report, next, answer);
    }

    private async Task<string> AskAsync(Tick tick, AgentMemory memory, FoundFile file, SeenFile next, string content)
    {
        try
        {
            await gate.PassAsync(tick, AgentCapabilities.Inference, $"ask a model about {file.Path} ({content.Length} characters)");
        }
        catch (AgentException error) when (error.Code == "approval_denied")
        {
            // A person has spoken: this content is not asked about again.
            await memory.RememberAsync(next, CancellationToken.None);
            throw;
        }

        var most = await ledger.AllowAsync(tick.Agent, inference.HasLocalModel, tick.Cancellation);
        tick.Fuel.Burn(FuelTank.QuestionCost);
        var result = await inference.CompleteAsync(
            new InferenceRequest(tick.Agent.Name, PromptTemplate.Fill(tick.Agent.Declarative!, file.Path, content), tick.Agent.Declarative!.Model, tick.Agent.Routes.Prefer, most),
            tick.Cancellation);
        await RecordAsync(tick.Agent, result.CostUsd, most);
        return result.Text;
    }

    private async Task RecordAsync(AgentConfiguration agent, decimal cost, decimal? most)
    {
        var spent = await ledger.RecordAsync(agent, cost, CancellationToken.None);
        if (cost > most)
            log.Write(LogSeverity.Warn, agent.Name, string.Create(CultureInfo.InvariantCulture, $"an answer cost {cost} USD, more than the {most} USD that one may"));
        if (spent is { } part && agent.Spend?.AlertPercent is { } alert && part.Before < alert && part.After >= alert)
            log.Write(LogSeverity.Warn, agent.Name, string.Create(CultureInfo.InvariantCulture, $"{part.After:0} % of the day's budget are spent"));
    }

    private static async Task SettleAsync(Tick tick, AgentMemory memory, FindingMaker maker, TickReport report, SeenFile next, string answer)
    {
        var items = ModelAnswer.Read(answer, tick.Agent.Declarative!.OutputSchema, out var fault);
        if (fault is not null)
            report.Warn($"the model's answer about '{next.Path}' does not match the output schema: {fault}");

        var before = ReportedMarks.Parse(next.Reported);
        var now = new ReportedMarks();
        var findings = new List<NewFinding>();
        foreach (var item in items)
        {
            var mark = ReportedMarks.Of(item.Severity, item.Summary);
            now.Add(mark);
            if (!before.Take(mark))
                findings.Add(maker.Make(next.Path, item.Severity, item.Summary, item.Detail));
        }

        tick.Fuel.Burn(findings.Count * FuelTank.FindingCost);
        await memory.ReportAsync(findings, fault is null ? next with { Reported = now.ToText() } : next, CancellationToken.None);
        report.Findings += findings.Count;
    }

    private async Task SkipAsync(Tick tick, AgentMemory memory, FoundFile file, SeenFile? seen, string reason)
    {
        log.Write(LogSeverity.Warn, tick.Agent.Name, $"'{file.Path}' {reason} and is passed over");
        var next = seen ?? new SeenFile { Path = file.Path, Length = 0, Modified = 0, Mark = "s" };
        await memory.RememberAsync(next with { Length = file.Length, Modified = file.Modified, Mark = "s" }, CancellationToken.None);
    }

    // Null when there is more than the agent may send.
    private static async Task<byte[]?> ReadAsync(Tick tick, FileStream stream, int most)
    {
        if (stream.Length > most)
            return null;

        tick.Fuel.BurnForBytes(stream.Length);
        var buffer = new byte[stream.Length + 1];
        var read = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, tick.Cancellation);
        return read > most ? null : buffer[..read];
    }
}
