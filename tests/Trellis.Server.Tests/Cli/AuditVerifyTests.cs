using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Tests.Cli;

public sealed class AuditVerifyTests
{
    [Fact]
    public async Task An_intact_chain_ends_with_zero()
    {
        using var data = await RecordedAsync();
        var result = await ServerCommand.RunAsync("audit", "verify", "--data", data.Path);
        result.ExitCode.ShouldBe(0, result.Error);
        result.Output.ShouldContain("3 records");
    }

    [Fact]
    public async Task The_last_record_before_an_orderly_stop_is_under_a_checkpoint()
    {
        using var data = await RecordedAsync();
        (await ServerCommand.RunAsync("audit", "verify", "--data", data.Path)).Output.ShouldContain("checkpoint at 3");
    }

    [Fact]
    public async Task A_changed_record_is_named_and_ends_with_six()
    {
        using var data = await RecordedAsync();
        Tamper(data, "UPDATE audit_records SET actor_id = 'somebody else' WHERE sequence_number = 2");
        var result = await ServerCommand.RunAsync("audit", "verify", "--data", data.Path);
        result.ExitCode.ShouldBe(6);
        result.Output.ShouldContain("at record 2");
    }

    [Fact]
    public async Task A_removed_record_is_named_and_ends_with_six()
    {
        using var data = await RecordedAsync();
        Tamper(data, "DELETE FROM audit_records WHERE sequence_number = 2");
        var result = await ServerCommand.RunAsync("audit", "verify", "--data", data.Path);
        result.ExitCode.ShouldBe(6);
        result.Output.ShouldContain("at record 2");
    }

    [Fact]
    public async Task Without_data_it_ends_with_three()
    {
        using var data = new TemporaryDirectory();
        (await ServerCommand.RunAsync("audit", "verify", "--data", data.Path)).ExitCode.ShouldBe(3);
    }

    private static async Task<TemporaryDirectory> RecordedAsync()
    {
        var data = new TemporaryDirectory();
        await using var server = await TrellisServer.StartAsync(
            new() { DataDirectory = data.Path, Bootstrap = false }, TestContext.Current.CancellationToken);
        var log = server.Services.GetRequiredService<IAuditLog>();
        for (var number = 1; number <= 3; number++)
        {
            await server.Services.GetRequiredService<IStore>().WriteAsync(
                session => log.AppendAsync(session, Event()), TestContext.Current.CancellationToken);
        }

        return data;
    }

    private static AuditEvent Event() => new()
    {
        OrganisationId = 1,
        Platform = "kernel",
        EventType = "test",
        ActorId = "ada",
        ResourceType = "thing",
        ResourceId = "1",
        Action = "touch",
        Outcome = AuditOutcome.Success,
    };

    private static void Tamper(TemporaryDirectory data, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={data.File("trellis.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery().ShouldBe(1);
    }
}
