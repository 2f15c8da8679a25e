using System.Text;
using System.Text.Json;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Models;
using Trellis.Server.Ascend.Governance;
using Trellis.Server.Ascend.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Trellis.Server.Ascend.Tests.Models;

public sealed class ModelGateTests : ServerTest
{
    [Theory]
    [InlineData(null, ErrorCodes.ModelUnregistered, "UNREGISTERED")]
    [InlineData(ModelStatus.PendingReview, ErrorCodes.ModelNotCompliant, "PENDING_REVIEW")]
    [InlineData(ModelStatus.PartiallyApproved, ErrorCodes.ModelNotCompliant, "PARTIALLY_APPROVED")]
    [InlineData(ModelStatus.Deprecated, ErrorCodes.ModelNotCompliant, "DEPRECATED")]
    [InlineData(ModelStatus.Approved, null, "APPROVED")]
    public void Only_an_approved_model_passes(string? status, string? code, string compliance)
    {
        var gate = ModelGate.Judge("gpt-x", status);

        gate.RefusalCode.ShouldBe(code);
        gate.ComplianceStatus.ShouldBe(compliance);
        (gate.Refusal is null).ShouldBe(code is null);
    }

    [Fact]
    public void The_block_says_that_the_registry_was_asked()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            ModelGate.Judge("gpt-x", null).WriteTo(json);
            json.WriteEndObject();
        }

        Encoding.UTF8.GetString(stream.ToArray()).ShouldBe(
            """{"model_governance":{"model_id":"gpt-x","registry_checked":true,"compliance_status":"UNREGISTERED","decision":"deny"}}""");
    }

    [Fact]
    public async Task A_change_of_the_registry_holds_for_the_next_decision()
    {
        (await StatusAsync()).ShouldBeNull();
        await First.AdminAsync("POST", "/api/v1/models", new() { ["model_id"] = "gpt-x", ["model_name"] = "X" });
        (await StatusAsync()).ShouldBe(ModelStatus.PendingReview);
        await First.AdminAsync("POST", "/api/v1/models/gpt-x/approve", []);
        (await StatusAsync()).ShouldBe(ModelStatus.Approved);
        await First.AdminAsync("DELETE", "/api/v1/models/gpt-x");
        (await StatusAsync()).ShouldBeNull();
    }

    private ValueTask<string?> StatusAsync() => Server.Store.ReadAsync(
        async session =>
        {
            var state = await Server.Services.GetRequiredService<GovernanceCache>().LoadAsync(session, 1);
            return await state.Models.GetAsync(session, "gpt-x");
        },
        AscendServer.Cancellation);
}
