import { readdirSync } from 'node:fs';
import hooks from 'eslint-plugin-react-hooks';
import typescript from 'typescript-eslint';

const features = readdirSync('src/features', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

/** A feature stands alone: what two of them need lives in shared, what joins them in app. */
const standAlone = features.map((feature) => ({
  files: [`src/features/${feature}/**`],
  rules: {
    'no-restricted-imports': ['error', {
      patterns: [
        { group: ['@/app/*', '**/app/*'], message: 'A feature does not know the app around it.' },
        {
          regex: `features/(?!${feature}(/|$))`,
          message: 'A feature does not import another: put what both need into shared.',
        },
        { regex: `^\\.\\./(?:\\.\\./)*(?:${features.join('|')})/`, message: 'A feature does not import another.' },
      ],
    }],
  },
}));

const letters = '/\\p{L}/u';

export default typescript.config(
  { ignores: ['target/**', 'node_modules/**', 'src/shared/api/types.ts'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...typescript.configs.strictTypeChecked, ...typescript.configs.stylisticTypeChecked],
    plugins: { 'react-hooks': hooks },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-invalid-void-type': ['error', { allowInGenericTypeArguments: true }],
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-definitions': 'off',
      // Handlers of events may be async; what they throw is shown by their own code.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      'no-restricted-syntax': ['error',
        { selector: `JSXText[value=${letters}]`, message: 'Words come from the catalogues (en.json, zh.json).' },
        {
          selector: `JSXAttribute[name.name=/^(title|label|placeholder|alt|description|message|okText|cancelText|aria-label|extra|help)$/] > Literal[value=${letters}]`,
          message: 'Words come from the catalogues (en.json, zh.json).',
        },
        { selector: `JSXElement > JSXExpressionContainer > Literal[value=${letters}]`, message: 'Words come from the catalogues.' },
        {
          selector: "CallExpression[callee.object.name='Modal'], ImportDeclaration[source.value='antd'] ImportSpecifier[imported.name=/^(message|notification)$/]",
          message: 'Use App.useApp(): static dialogs ignore language, theme and nonce.',
        },
      ],
    },
  },
  {
    files: ['src/shared/**'],
    rules: {
      'no-restricted-imports': ['error', {
        patterns: [{ group: ['@/app/*', '@/features/*', '**/features/*'], message: 'Shared knows neither app nor features.' }],
      }],
    },
  },
  ...standAlone,
  {
    files: ['**/*.test.{ts,tsx}', 'test/**', 'mock/**', 'e2e/**'],
    rules: {
      'no-restricted-syntax': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off',
    },
  },
);
