using Trellis.Server.Ascend.Controls;
using Trellis.Server.Ascend.Cvss;
using Trellis.Server.Ascend.Tests.Risk;

namespace Trellis.Server.Ascend.Tests.Controls;

public sealed class ControlMappingTests
{
    [Theory]
    [InlineData("database.query", "AC-3", "Access Enforcement", "TA0009", "T1213")]
    [InlineData("file_read", "AC-3", "Access Enforcement", "TA0009", "T1005")]
    [InlineData("database_write", "SI-7", "Information Integrity", "TA0040", "T1565")]
    [InlineData("file_delete", "MP-6", "Media Sanitization", "TA0040", "T1485")]
    [InlineData("data_export", "SI-12", "Information Management and Retention", "TA0010", "T1041")]
    [InlineData("wire_transfer", "AU-2", "Event Logging", "TA0040", "T1657")]
    [InlineData("network_request", "SC-7", "Boundary Protection", "TA0011", "T1071")]
    [InlineData("firewall_modify", "SC-7", "Boundary Protection", "TA0005", "T1562")]
    [InlineData("config_change", "CM-3", "Configuration Change Control", "TA0003", "T1098")]
    [InlineData("email_send", "SC-8", "Transmission Confidentiality", "TA0001", "T1566")]
    [InlineData("privilege_escalation", "AC-6", "Least Privilege", "TA0004", "T1068")]
    [InlineData("credential_access", "IA-5", "Authenticator Management", "TA0006", "T1003")]
    [InlineData("shell_execute", "CM-3", "Configuration Change Control", "TA0002", "T1059")]
    public void Classes_map_to_controls_and_tactics(string type, string control, string title, string tactic, string technique)
    {
        var controls = TestAction.Of(type).Assess().Controls;

        controls.ShouldBe(new ActionControls(control, title, tactic, technique));
    }

    [Fact]
    public void The_callers_own_control_wins() =>
        TestAction.Of("database.query").With(nistControl: "AU-10").Assess().Controls
            .ShouldBe(new ActionControls("AU-10", "Non-repudiation", "TA0009", "T1213"));

    [Fact]
    public void A_control_that_is_not_known_has_no_title() =>
        TestAction.Of("database.query").With(nistControl: "PE-3").Assess().Controls.NistDescription.ShouldBeNull();

    [Fact]
    public void The_callers_own_tactic_wins_and_leaves_the_mapped_technique_out()
    {
        var controls = TestAction.Of("database.query").With(mitreTactic: "TA0010").Assess().Controls;

        controls.MitreTactic.ShouldBe("TA0010");
        controls.MitreTechnique.ShouldBeNull();
    }

    [Fact]
    public void Blank_overrides_override_nothing() =>
        ControlMapping.For(ActionClass.Deletion, " ", "").ShouldBe(ControlMapping.For(ActionClass.Deletion, null, null));
}
