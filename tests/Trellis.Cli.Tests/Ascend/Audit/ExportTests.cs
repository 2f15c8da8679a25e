using Trellis.Testing;

namespace Trellis.Cli.Tests.Ascend.Audit;

public sealed class ExportTests : IDisposable
{
    private const string Csv = "sequence_number,event_type\r\n1,\"agent_registered\"\r\n";

    private readonly string _directory = Directory.CreateTempSubdirectory("trellis-export").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task The_values_go_to_standard_output_as_they_come()
    {
        var cli = AscendCli.Create(StubAnswer.Text(Csv, "text/csv"));
        var result = await cli.AscendAsync("audit", "export", "--from", "2026-07-01");
        result.ExitCode.ShouldBe(0);
        result.Output.ShouldBe(Csv);
        cli.Transport.LastRequest.Path.ShouldBe("/api/audit/export/csv");
    }

    [Fact]
    public async Task The_values_go_to_a_file()
    {
        var file = Path.Combine(_directory, "audit.csv");
        var result = await AscendCli.Create(StubAnswer.Text(Csv, "text/csv")).AscendAsync("audit", "export", "--file", file);
        result.Output.ShouldBeEmpty();
        (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).ShouldBe(Csv);
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_a_usage_error()
    {
        var cli = AscendCli.Create();
        var result = await cli.AscendAsync("audit", "export", "--file", Path.Combine(_directory, "no", "such", "audit.csv"));
        result.ExitCode.ShouldBe(2);
        result.Error.ShouldContain("--file cannot be written");
        cli.Transport.Requests.ShouldBeEmpty();
    }
}
