using GraphQL;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Visitors;

namespace Hotfix.Testing.Contract;

/// <summary>
/// GitHub's own GraphQL schema, as npm's <c>@octokit/graphql-schema</c> has it. Fetched like <see cref="GitHubDescription"/>; absent unless somebody did.
/// </summary>
public sealed class GitHubSchema
{
    private static readonly Lazy<GitHubSchema?> Shared = new(() => File.Exists(Location) ? new GitHubSchema(Location) : null);
    private static readonly string[] BuiltIn = ["Boolean", "Float", "ID", "Int", "String"];
    private readonly ISchema _schema;

    private GitHubSchema(string path)
    {
        GraphQLDocument document = Parser.Parse(File.ReadAllText(path), new ParserOptions { Ignore = IgnoreOptions.Comments });
        foreach (GraphQLObjectTypeDefinition type in document.Definitions.OfType<GraphQLObjectTypeDefinition>().Where(type => type.Fields is not null))
        {
            // The published file has a field twice.
            type.Fields!.Items = [.. type.Fields.Items.DistinctBy(field => field.Name.StringValue)];
        }

        using var text = new StringWriter();
        new SDLPrinter().PrintAsync(document, text).AsTask().GetAwaiter().GetResult();
        _schema = Schema.For(text.ToString(), builder =>
        {
            foreach (
                GraphQLTypeDefinition type in document
                    .Definitions.OfType<GraphQLTypeDefinition>()
                    .Where(type => type is GraphQLUnionTypeDefinition or GraphQLInterfaceTypeDefinition)
            )
            {
                builder.Types.For(type.Name.StringValue).ResolveType = _ => null!; // nothing is executed
            }
        });
        foreach (
            GraphQLScalarTypeDefinition scalar in document
                .Definitions.OfType<GraphQLScalarTypeDefinition>()
                .Where(scalar => !BuiltIn.Contains(scalar.Name.StringValue))
        )
        {
            _schema.RegisterType(new StringGraphType { Name = scalar.Name.StringValue }); // dates, shas and addresses are text
        }

        _schema.Initialize();
    }

    /// <summary>The schema; <c>null</c> when its file was not fetched.</summary>
    public static GitHubSchema? Instance => Shared.Value;

    /// <summary>Where the file is looked for.</summary>
    public static string Location { get; } = RepositoryRoot.Combine("tests", "contract", "descriptions", "schema.graphql");

    /// <summary>What GitHub would not accept of a request, one line each; empty when it is well.</summary>
    /// <param name="document">The query or mutation.</param>
    /// <param name="variables">Their values, plain ones; <c>null</c> to look at the document alone.</param>
    public async Task<IReadOnlyList<string>> CompareAsync(string document, IDictionary<string, object?>? variables = null)
    {
        GraphQLDocument parsed = Parser.Parse(document);
        var findings = new List<string>();
        foreach (GraphQLOperationDefinition operation in parsed.Definitions.OfType<GraphQLOperationDefinition>())
        {
            IValidationResult result = await new DocumentValidator().ValidateAsync(
                new ValidationOptions
                {
                    Schema = _schema,
                    Document = parsed,
                    Operation = operation,
                    Rules = DocumentValidator.CoreRules,
                    Variables = new Inputs(variables ?? new Dictionary<string, object?>()),
                }
            );
            findings.AddRange(result.Errors.Where(error => variables is not null || error is not InvalidVariableError).Select(error => error.Message));
        }

        return findings;
    }
}
