using System.Text;
using Trellis.Ascend;
using Trellis.EndToEnd.Tests.Servers;

namespace Trellis.EndToEnd.Tests.Ascend.Audit;

/// <summary>One byte of one record, changed in the database file itself, is found.</summary>
public sealed class TamperTests
{
    private const string Mark = "payouts-under-test";
    private const string Member = "\"resource\": \"";

    [Fact]
    public async Task One_changed_byte_of_the_database_file_is_found_and_its_record_named()
    {
        using var data = new DataFolder();
        long sequence;
        await using (var server = await ServerProcess.StartAsync(data))
        {
            using var client = Client(server.Url, data);
            await client.EvaluateActionAsync(Actions.Harmless());
            var marked = await client.EvaluateActionAsync(new() { ActionType = "report.read", Resource = Mark });
            await client.EvaluateActionAsync(Actions.Harmless());
            var records = (await client.Audit.QueryAsync(limit: 50)).Events;
            sequence = records.First(record => record.ResourceId == marked.ActionId).SequenceNumber!.Value;
            (await server.StopAsync()).ShouldBe(0, server.Errors);
        }

        (await VerifyAsync(data)).ExitCode.ShouldBe(0);
        ChangeOneByte(data.File("trellis.db"));
        var verification = await VerifyAsync(data);
        verification.ExitCode.ShouldBe(6);
        verification.Output.ShouldContain($"at record {sequence}.");
    }

    private static Task<Programs.ProgramRun> VerifyAsync(DataFolder data) =>
        Programs.ProgramRun.OfAsync(Programs.BuiltPrograms.Server, ["audit", "verify", "--data", data.Path]);

    // Of all that is stored only audit records have a space behind their colons.
    private static void ChangeOneByte(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var at = bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes($"{Member}{Mark}\""));
        at.ShouldBeGreaterThan(0, "The record is not in the file.");
        using var file = File.OpenWrite(path);
        file.Position = at + Member.Length;
        file.WriteByte((byte)'q');
    }

    private static AscendClient Client(Uri url, DataFolder data) => new(new AscendClientOptions
    {
        BaseUrl = url,
        ApiKey = data.ReadJson("credentials.json")["ascend"]!["apiKey"]!.GetValue<string>(),
        AgentId = "audited-agent",
        MaxRetries = 0,
    });
}
