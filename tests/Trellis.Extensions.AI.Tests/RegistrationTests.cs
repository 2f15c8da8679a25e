using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Aerostack;
using Trellis.Askii;

namespace Trellis.Extensions.AI.Tests;

public sealed class RegistrationTests
{
    [Fact]
    public async Task A_chat_client_is_registered_on_the_platform_client_of_the_application()
    {
        var services = new ServiceCollection();
        services.AddAerostack(static options => options.ApiKey = "key");
        services.AddAerostackChatClient("m");
        await using var provider = services.BuildServiceProvider();

        var chat = provider.GetRequiredService<IChatClient>();
        chat.GetService<AerostackClient>().ShouldBeSameAs(provider.GetRequiredService<AerostackClient>());
        chat.GetService<ChatClientMetadata>()!.DefaultModelId.ShouldBe("m");
        provider.GetRequiredService<IChatClient>().ShouldBeSameAs(chat);
    }

    [Fact]
    public async Task Named_clients_have_chat_clients_of_their_own()
    {
        var services = new ServiceCollection();
        services.AddAskii(static options => options.Token = "token", name: "first");
        services.AddAskii(static options => options.Token = "token", name: "second");
        services.AddAskiiChatClient(static _ => "sk-first", name: "first");
        services.AddAskiiChatClient(static _ => "sk-second", "m", name: "second");
        await using var provider = services.BuildServiceProvider();

        var chat = provider.GetRequiredKeyedService<IChatClient>("second");
        chat.GetService<AskiiClient>().ShouldBeSameAs(provider.GetRequiredKeyedService<AskiiClient>("second"));
        chat.GetService<ChatClientMetadata>()!.DefaultModelId.ShouldBe("m");
        provider.GetRequiredKeyedService<IChatClient>("first").GetService<ChatClientMetadata>()!.DefaultModelId.ShouldBeNull();
        provider.GetService<IChatClient>().ShouldBeNull();
    }
}
