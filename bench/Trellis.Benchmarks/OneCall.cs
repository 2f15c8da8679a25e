using System.ClientModel;
using System.ClientModel.Primitives;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Anthropic;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using OpenAI;
using OpenAI.Models;
using RestSharp;
using Trellis.Ascend;
using Trellis.Askii;

namespace Trellis.Benchmarks;

/// <summary>
/// One JSON call of each library over a handler that answers from memory: what the library itself costs. Each asks its API for a list
/// of about the same size, with a token, and gets typed objects back. A governed action is asked for beside it, which is a larger answer.
/// </summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
[Config(typeof(Configuration))]
public class OneCall : IDisposable
{
    private const string Token = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1c2VyLTEifQ.c2lnbmF0dXJl";

    private const string List = "list";
    private const string Evaluate = "evaluate";

    private static readonly JsonObject Parameters = new() { ["query"] = "SELECT name FROM orders WHERE id = 17", ["rows"] = 25 };

    private readonly HttpClient _decisions = new(new CannedHandler(Answers.AscendDecision)) { BaseAddress = new Uri("http://127.0.0.1/") };
    private readonly HttpClient _http = new(new CannedHandler(Answers.AskiiKeys)) { BaseAddress = new Uri("http://127.0.0.1/") };
    private AskiiClient _askii = null!;
    private AscendClient _ascend = null!;
    private OpenAIModelClient _openAI = null!;
    private AnthropicClient _anthropic = null!;
    private RestClient _rest = null!;

    [GlobalSetup]
    public void SetUp()
    {
        _askii = new AskiiClient(new AskiiClientOptions { BaseUrl = new Uri("http://127.0.0.1"), Token = Token }, new HttpClient(new CannedHandler(Answers.AskiiKeys)));
        _ascend = new AscendClient(
            new AscendClientOptions { BaseUrl = new Uri("http://127.0.0.1"), Token = Token, AgentId = "agent-1", AgentName = "Agent One" },
            new HttpClient(new CannedHandler(Answers.AscendDecision)));
        _openAI = new OpenAIModelClient(new ApiKeyCredential(Token), new OpenAIClientOptions
        {
            Endpoint = new Uri("http://127.0.0.1/v1"),
            Transport = new HttpClientPipelineTransport(new HttpClient(new CannedHandler(Answers.OpenAIModels))),
        });
        _anthropic = new AnthropicClient { ApiKey = Token, BaseUrl = "http://127.0.0.1", HttpClient = new HttpClient(new CannedHandler(Answers.AnthropicModels)) };
        _rest = new RestClient(new HttpClient(new CannedHandler(Answers.AskiiKeys)), new RestClientOptions("http://127.0.0.1"));
    }

    [Benchmark(Baseline = true, Description = "HttpClient + source-generated JSON")]
    [BenchmarkCategory(List)]
    public async Task<int> Bare()
    {
        using var response = await _http.PostAsJsonAsync("platform/list-keys", new BareRequest(Token), BareJson.Default.BareRequest);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync(BareJson.Default.BareKeyList))!.Keys.Count;
    }

    [Benchmark(Description = "Trellis.Askii")]
    [BenchmarkCategory(List)]
    public async Task<int> Askii() => (await _askii.Keys.ListAsync()).Keys.Count;

    [Benchmark(Description = "Trellis.Askii, synchronous")]
    [BenchmarkCategory(List)]
    public int AskiiSynchronous() => _askii.Keys.List().Keys.Count;

    [Benchmark(Description = "OpenAI")]
    [BenchmarkCategory(List)]
    public async Task<int> OpenAI() => (await _openAI.GetModelsAsync()).Value.Count;

    [Benchmark(Description = "RestSharp")]
    [BenchmarkCategory(List)]
    public async Task<int> RestSharp()
    {
        var request = new RestRequest("platform/list-keys", Method.Post).AddJsonBody(new BareRequest(Token));
        return (await _rest.PostAsync<BareKeyList>(request))!.Keys.Count;
    }

    [Benchmark(Description = "Anthropic")]
    [BenchmarkCategory(List)]
    public async Task<int> Anthropic() => (await _anthropic.Models.List()).Items.Count;

    [Benchmark(Baseline = true, Description = "HttpClient + source-generated JSON, decision")]
    [BenchmarkCategory(Evaluate)]
    public async Task<int> BareEvaluate()
    {
        var request = new BareAction("agent-1", "Agent One", "database.query", "production_db", Parameters);
        using var response = await _decisions.PostAsJsonAsync("api/v1/actions/submit", request, BareJson.Default.BareAction);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync(BareJson.Default.BareDecision))!.RiskScore;
    }

    [Benchmark(Description = "Trellis.Ascend")]
    [BenchmarkCategory(Evaluate)]
    public async Task<int?> AscendEvaluate() =>
        (await _ascend.EvaluateActionAsync("database.query", "production_db", parameters: Parameters)).RiskScore;

    [GlobalCleanup]
    public void Dispose()
    {
        _http.Dispose();
        _decisions.Dispose();
        _ascend?.Dispose();
        _askii?.Dispose();
        _rest?.Dispose();
        GC.SuppressFinalize(this);
    }

    private sealed class Configuration : ManualConfig
    {
        public Configuration() => AddJob(Job.MediumRun.WithToolchain(InProcessEmitToolchain.Instance));
    }
}
