using Trellis.Server.Akshi.Approvals;

namespace Trellis.Server.Akshi.Tests.Approvals;

public sealed class ApprovalRiskTests
{
    [Theory]
    [InlineData("inference", "Summarise this", 0.1)]
    [InlineData("http_fetch", "GET https://api.example.com/data", 0.3)]
    [InlineData("http_fetch", "GET https://www.irs.gov/forms", 0.45)]
    [InlineData("http_fetch", "DELETE https://api.example.com/data", 0.5)]
    [InlineData("spend", "pay $12.50 to example", 0.7)]
    [InlineData("spend", "send $250 to example", 0.8)]
    [InlineData("spend", "send 1,250.00 USD to the bank", 1.0)]
    [InlineData("send_email", "to a@example.com", 0.4)]
    [InlineData("run_command", "ls", 0.5)]
    [InlineData("refund_customer", "EUR", 0.7)]
    public void The_score_weighs_what_is_used_and_what_it_is_used_for(string capability, string detail, double expected) =>
        ApprovalRisk.Of(capability, detail).ShouldBe(expected);
}
