using Trellis.Server.Ascend.Tests.Support;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Tests.AuditTrail;

public sealed class VerifyIntegrityTests : ServerTest
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        for (var i = 0; i < 4; i++)
            (await First.PostAsync("/api/audit/log", new() { ["event_type"] = $"event_{i}" })).Status.ShouldBe(201);
    }

    [Fact]
    public async Task An_untouched_chain_is_valid()
    {
        var json = (await First.PostAsync("/api/audit/verify-integrity")).ShouldBeOk().Json;

        json["status"]!.GetValue<string>().ShouldBe("VALID");
        json["first_bad_sequence"].ShouldBeNull();
        json["total_records"]!.GetValue<long>().ShouldBeGreaterThanOrEqualTo(4);
        json["id"]!.GetValue<string>().ShouldNotBeEmpty();
        json.ContainsKey("check_duration_ms").ShouldBeTrue();
        json.ContainsKey("records_per_second").ShouldBeTrue();
    }

    [Fact]
    public async Task A_changed_record_is_named()
    {
        var number = await LastAsync() - 1;
        await TamperAsync($"UPDATE audit_records SET actor_id = 'mallory' WHERE sequence_number = {number} AND organisation_id = 1");

        var json = (await First.PostAsync("/api/audit/verify-integrity")).ShouldBeOk().Json;

        json["status"]!.GetValue<string>().ShouldBe("TAMPERED");
        json["first_bad_sequence"]!.GetValue<long>().ShouldBe(number);
    }

    [Fact]
    public async Task A_removed_record_breaks_the_chain()
    {
        var number = await LastAsync() - 1;
        await TamperAsync($"DELETE FROM audit_records WHERE sequence_number = {number} AND organisation_id = 1");

        var json = (await First.PostAsync("/api/audit/verify-integrity")).ShouldBeOk().Json;

        json["status"]!.GetValue<string>().ShouldBe("BROKEN");
        json["first_bad_sequence"]!.GetValue<long>().ShouldBe(number);
    }

    [Fact]
    public async Task A_part_of_the_chain_is_verified_by_itself()
    {
        var last = await LastAsync();
        await TamperAsync($"UPDATE audit_records SET actor_id = 'mallory' WHERE sequence_number = {last - 2} AND organisation_id = 1");

        var good = (await First.PostAsync("/api/audit/verify-integrity", new() { ["first_sequence"] = last - 1 })).ShouldBeOk().Json;
        var bad = (await First.PostAsync("/api/audit/verify-integrity", new() { ["first_sequence"] = last - 3, ["last_sequence"] = last - 1 })).ShouldBeOk().Json;

        (good["status"]!.GetValue<string>(), good["records_verified"]!.GetValue<long>(), good["total_records"]!.GetValue<long>()).ShouldBe(("VALID", 2, last));
        (bad["status"]!.GetValue<string>(), bad["first_bad_sequence"]!.GetValue<long>()).ShouldBe(("TAMPERED", last - 2));
    }

    [Fact]
    public async Task A_part_lies_within_the_chain()
    {
        var last = await LastAsync();

        (await First.PostAsync("/api/audit/verify-integrity", new() { ["first_sequence"] = last + 1 })).Status.ShouldBe(422);
        (await First.PostAsync("/api/audit/verify-integrity", new() { ["first_sequence"] = 3, ["last_sequence"] = 2 })).Status.ShouldBe(422);
    }

    private async Task<long> LastAsync() => (await First.GetAsync("/api/audit/health")).Json["total_records"]!.GetValue<long>();

    private async Task TamperAsync(FormattableString sql) =>
        (await Server.Store.WriteAsync(session => session.ExecuteAsync($"{new SqlFragment(FormattableString.Invariant(sql))}"), AscendServer.Cancellation))
            .ShouldBe(1);
}
