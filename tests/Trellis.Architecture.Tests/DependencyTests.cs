namespace Trellis.Architecture.Tests;

/// <summary>Arrows point down: executable to modules to kernel, client to core, command line to clients.</summary>
public sealed class DependencyTests
{
    private static readonly string[] Foundations = ["Trellis.Core", "Trellis.Caching.Redis", "Trellis.Server.Kernel", "Trellis.Testing.Doubles"];

    private static readonly string[] Programs = ["Trellis.Server", "Trellis.Server.Tool"];

    /// <summary>What brings platform clients under the abstractions of others, and so stands above them.</summary>
    private const string Adapter = "Trellis.Extensions.AI";

    [Fact]
    public void The_house_has_both_of_its_halves()
    {
        Repository.ShippedProjects.ShouldContain(project => project.Area == "clients");
        Repository.ShippedProjects.ShouldContain(project => project.Area == "server");
    }

    [Fact]
    public void The_foundations_refer_to_no_project() =>
        Repository.ShippedProjects.Where(project => Foundations.Contains(project.Name)).ShouldAllBe(project => project.References.Count == 0);

    [Fact]
    public void A_platform_client_refers_to_the_core_alone() =>
        Repository.ShippedProjects.Where(project => project.Area == "clients" && project.Name != Adapter && !Foundations.Contains(project.Name))
            .ShouldAllBe(project => project.References.SequenceEqual(new[] { "Trellis.Core" }));

    [Fact]
    public void The_adapter_to_the_AI_abstractions_refers_to_the_platform_clients_that_it_adapts() =>
        Repository.ShippedProjects.Single(project => project.Name == Adapter).References.Order()
            .ShouldBe(["Trellis.Aerostack", "Trellis.Ascend", "Trellis.Askii"]);

    [Fact]
    public void A_server_module_refers_to_the_kernel_alone() =>
        Repository.ShippedProjects.Where(project => project.Area == "server" && !Programs.Contains(project.Name) && !Foundations.Contains(project.Name))
            .ShouldAllBe(project => project.References.SequenceEqual(new[] { "Trellis.Server.Kernel" }));

    [Fact]
    public void The_server_refers_to_server_projects_alone() =>
        Repository.ShippedProjects.Where(project => project.Area == "server").SelectMany(project => project.References)
            .ShouldAllBe(reference => reference.StartsWith("Trellis.Server"));

    [Fact]
    public void Nothing_that_ships_refers_to_the_test_kit() =>
        Repository.ShippedProjects.Where(project => project.Area != "testing").SelectMany(project => project.References)
            .ShouldAllBe(reference => !reference.StartsWith("Trellis.Testing"));

    [Fact]
    public void The_command_line_refers_to_clients_alone() =>
        Repository.ShippedProjects.Single(project => project.Area == "cli").References
            .ShouldAllBe(reference => Repository.ShippedProjects.Single(project => project.Name == reference).Area == "clients");
}
