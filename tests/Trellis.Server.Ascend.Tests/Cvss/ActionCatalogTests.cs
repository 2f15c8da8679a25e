using Trellis.Server.Ascend.Cvss;

namespace Trellis.Server.Ascend.Tests.Cvss;

public sealed class ActionCatalogTests
{
    [Theory]
    [InlineData("database_read", "CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:L/I:N/A:N", 4.3)]
    [InlineData("api_call", "CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:L/I:L/A:N", 5.4)]
    [InlineData("database_write", "CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:L/I:H/A:N", 7.1)]
    [InlineData("file_write", "CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:N/I:H/A:N", 6.5)]
    [InlineData("record_delete", "CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:N/I:H/A:H", 8.1)]
    [InlineData("data_export", "CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N", 6.5)]
    [InlineData("data_exfiltration", "CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:C/C:H/I:N/A:N", 7.7)]
    [InlineData("privilege_escalation", "CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:C/C:H/I:H/A:H", 9.9)]
    [InlineData("financial_transaction", "CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H", 8.8)]
    public void Listed_types_have_the_metrics_of_the_contract(string type, string vector, double score)
    {
        var action = ActionCatalog.Find(type);

        action.IsListed.ShouldBeTrue();
        action.Cvss.Vector.ShouldBe(vector);
        action.Cvss.Value.ShouldBe(score);
    }

    [Fact]
    public void All_types_of_the_contract_are_listed() => ActionCatalog.All.Count.ShouldBe(58);

    [Theory]
    [InlineData("database.write")]
    [InlineData("Database.Write")]
    [InlineData("database:write")]
    [InlineData("database-write")]
    public void Other_spellings_of_a_listed_type_find_it(string type) =>
        ActionCatalog.Find(type).ShouldBeSameAs(ActionCatalog.Find("database_write"));

    [Theory]
    [InlineData("crm.query", "DataAccess")]
    [InlineData("crm.list", "Discovery")]
    [InlineData("crm.update", "Modification")]
    [InlineData("crm.delete", "Deletion")]
    [InlineData("crm.export", "Export")]
    [InlineData("financial.refund", "Financial")]
    [InlineData("slack.send", "Communication")]
    [InlineData("role.grant", "Privilege")]
    [InlineData("credential.read", "Credential")]
    [InlineData("system.subprocess", "Code")]
    [InlineData("code.eval", "Code")]
    [InlineData("firewall.read", "Boundary")]
    [InlineData("noformat", "Unknown")]
    [InlineData("A B", "Unknown")]
    [InlineData("", "Unknown")]
    public void Types_that_are_not_listed_go_by_their_words(string type, string expected)
    {
        var action = ActionCatalog.Find(type);

        action.IsListed.ShouldBeFalse();
        action.Class.ToString().ShouldBe(expected);
        action.Cvss.Value.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_very_long_type_is_no_trouble() => ActionCatalog.Find(new string('x', 100_000)).Class.ShouldBe(ActionClass.Unknown);
}
