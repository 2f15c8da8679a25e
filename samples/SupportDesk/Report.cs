using System.Security.Cryptography;
using System.Text;
using Trellis.Aerostack;

namespace Trellis.Samples.SupportDesk;

/// <summary>The report on all tickets: written to the project's files, and read back from there.</summary>
internal sealed class Report(AerostackStorage storage)
{
    private const string Key = "support-desk/report.csv";

    /// <returns>Whether it came back as it was sent.</returns>
    public async Task<bool> DeliverAsync(IReadOnlyList<Outcome> outcomes, string file, CancellationToken cancellationToken)
    {
        var bytes = Encoding.UTF8.GetBytes(Write(outcomes));
        using (var content = new MemoryStream(bytes))
        {
            await storage.UploadAsync(Key, new UploadFile("report.csv", content), cancellationToken: cancellationToken);
        }

        await using (var destination = File.Create(file))
        {
            await storage.DownloadAsync(Key, destination, cancellationToken: cancellationToken);
        }

        await using var arrived = File.OpenRead(file);
        var digest = await SHA256.HashDataAsync(arrived, cancellationToken);
        return digest.AsSpan().SequenceEqual(SHA256.HashData(bytes));
    }

    private static string Write(IReadOnlyList<Outcome> outcomes)
    {
        var text = new StringBuilder("ticket_id,priority,outcome,team,subject,reply\n");
        foreach (var outcome in outcomes)
        {
            text.Append(CsvLine.Join(outcome.Id, outcome.Priority, outcome.Ending.ToString(), outcome.Team ?? "", outcome.Subject, outcome.Reply ?? "")).Append('\n');
        }

        return text.ToString();
    }
}
